import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** Characters of one portion of a stream. */
const portionLength = 65_536;

/**
 * Sends lines as a file of any length: in portions, between which other requests get their turn. The lines are made as
 * they are sent, so that a large answer never stands in memory whole.
 */
export function sendLines(
  reply: FastifyReply,
  file: { readonly name: string; readonly format: 'jsonl' | 'csv' },
  lines: Iterable<string>,
): never {
  const { name, format } = file;
  const sent = reply
    .type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson')
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    // A stream goes past the schema of the answer, which is that of the pages.
    .send(Readable.from(inTurns(lines)));
  return sent as never;
}

export function* jsonLinesOf(items: Iterable<unknown>): Generator<string> {
  for (const item of items) yield `${JSON.stringify(item)}\n`;
}

async function* inTurns(lines: Iterable<string>): AsyncGenerator<string> {
  let portion = '';
  for (const line of lines) {
    portion += line;
    if (portion.length < portionLength) continue;
    yield portion;
    portion = '';
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (portion !== '') yield portion;
}
