import { mapChunks } from './map-chunks.ts';

// For tests: a run in a process of its own, which can be killed. Job and log come as JSON.
const { input, output, threads, chunkBytes, options } = JSON.parse(process.argv[2]!) as {
  input: string;
  output: string;
  threads: number;
  chunkBytes: number;
  options: { log: string };
};
const worker = new URL('./test-worker.fixture.ts', import.meta.url);
await mapChunks({ input, output, threads, chunkBytes, options, worker });
