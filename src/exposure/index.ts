export * from './dealings.ts';
export * from './expose.ts';
export * from './touch.ts';
