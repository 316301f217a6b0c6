export * from './bytes.ts';
export * from './csv.ts';
export * from './json.ts';
export * from './workbook.ts';
export * from './xml.ts';
export * from './yaml-text.ts';
