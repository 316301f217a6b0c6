import {
  appendFileSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256Of } from '../storage/blobs.ts';
import { makeFolder } from '../storage/durable-file.ts';
import { parseJson } from '../storage/parse-json.ts';

const markSchema = z.object({
  url: z.string(),
  /** Strong ETag or Last-Modified of the copy that the bytes are of. */
  validator: z.string(),
  encoding: z.string(),
});

/** What has arrived of a file so far, kept over attempts and runs, so that a broken download goes on where it stopped. */
export interface PartialFile {
  /** Bytes held, and of which copy; nothing where a start has to be made. */
  held(): { readonly bytes: number; readonly validator: string; readonly encoding: string } | undefined;
  /** Begins anew. Without a validator the bytes cannot be gone on with later. */
  begin(validator: string | undefined, encoding: string): void;
  append(bytes: Uint8Array): void;
  read(): Uint8Array;
  discard(): void;
}

export function partialFile(folder: string, url: string): PartialFile {
  const name = sha256Of(url).slice(0, 32);
  const data = join(folder, `${name}.part`);
  const mark = join(folder, `${name}.json`);
  return {
    held() {
      if (!existsSync(mark) || !existsSync(data)) return undefined;
      const parsed = markSchema.safeParse(parseJson(readFileSync(mark, 'utf8')));
      if (!parsed.success || parsed.data.url !== url) return undefined;
      const bytes = statSync(data).size;
      const { validator, encoding } = parsed.data;
      return bytes > 0 ? { bytes, validator, encoding } : undefined;
    },
    begin(validator, encoding) {
      makeFolder(folder);
      rmSync(mark, { force: true });
      writeFileSync(data, '');
      if (validator !== undefined) writeFileSync(mark, JSON.stringify({ url, validator, encoding }));
    },
    append: (bytes) => appendFileSync(data, bytes),
    read: () => readFileSync(data),
    discard() {
      rmSync(mark, { force: true });
      if (existsSync(data)) truncateSync(data);
      rmSync(data, { force: true });
    },
  };
}
