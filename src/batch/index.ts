export type { ChunkContext, MapChunk } from './chunk-worker.ts';
export { type ByteRange, cutFile } from './cut-file.ts';
export { type MapChunksOptions, type MappedChunks, mapChunks } from './map-chunks.ts';
