export * from './audit-trail.ts';
export * from './sealed-record.ts';
