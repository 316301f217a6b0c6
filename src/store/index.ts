export type { AuditTable, RecordTable, Tables } from './schema.ts';
export { openStore, type Store } from './store.ts';
