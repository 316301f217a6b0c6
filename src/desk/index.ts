export * from './audit-trail.ts';
export { type Difference, differences } from './differences.ts';
export * from './sealed-record.ts';
