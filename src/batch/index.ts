export type { ChunkContext, MapChunk } from './chunk-worker.ts';
export { type ByteRange, cutFile, readRange } from './cut-file.ts';
export { type MapChunksOptions, type MappedChunks, mapChunks } from './map-chunks.ts';
export { type OrderedWork, orderedWork } from './ordered-work.ts';
export { askMainThread, serveTasks, type TaskServer } from './serve-tasks.ts';
export { workerModule } from './worker-module.ts';
