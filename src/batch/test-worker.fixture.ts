import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { ChunkContext } from './chunk-worker.ts';

interface Options {
  /** Each chunk worked on adds a line here. */
  readonly log: string;
  /** While this file is there, the process dies without a word when the chunk whose number it holds comes up. */
  readonly dieFile?: string;
  readonly failOn?: string;
}

/** For tests: numbers lines by their length, and can fail or die on the way. */
export default function mapChunk(text: string, { options, header, number, range }: ChunkContext): string {
  const { log, dieFile, failOn } = options as Options;
  if (dieFile !== undefined && existsSync(dieFile) && Number(readFileSync(dieFile, 'utf8')) === number)
    process.kill(process.pid, 'SIGKILL');
  appendFileSync(log, `${range.from}\n`);
  if (failOn !== undefined && text.includes(failOn)) throw new Error(`${failOn} is in it`);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `${header?.trim() ?? ''}${line.length} ${line}\n`)
    .join('');
}
