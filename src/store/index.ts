export type { AuditTable, Tables } from './schema.ts';
export { isFileStore, openStore, type Store, storeAddress, storeFault, storeName } from './store.ts';
