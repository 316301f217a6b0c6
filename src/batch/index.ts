export { type OrderedWork, orderedWork } from './ordered-work.ts';
export { type ByteRange, readRange } from './read-range.ts';
export { askMainThread, serveTasks, type TaskServer } from './serve-tasks.ts';
export { workerModule } from './worker-module.ts';
