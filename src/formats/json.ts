import { Fault, type Issue } from '../model/fault.ts';
import { type Chunks, decodeChunks, decodeText, joinChunks } from './bytes.ts';

/** One line of a JSONL file: its value, or why it has none. */
export type JsonLine =
  | { readonly line: number; readonly value: unknown }
  | { readonly line: number; readonly issue: Issue };

/**
 * The lines of a JSONL (NDJSON) file; blank ones are passed over. A line that is not JSON, or longer than `limit`
 * characters (default 16 million), is given as an issue and the rest goes on.
 */
export function* jsonLines(chunks: Chunks, file: string, limit = 16_000_000): Generator<JsonLine> {
  let rest = '';
  let line = 0;
  let skipping = false;
  for (const text of decodeChunks(chunks)) {
    rest = rest === '' ? text : rest + text;
    let from = 0;
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', from)) {
      line++;
      if (skipping) skipping = false;
      else yield* parseLine(rest.slice(from, end), line, file);
      from = end + 1;
    }
    rest = rest.slice(from);
    if (rest.length > limit) {
      if (!skipping)
        yield {
          line: line + 1,
          issue: {
            code: 'AS_FILE_TOO_LARGE',
            message: `The line is longer than ${limit} characters.`,
            file,
            line: line + 1,
            lost: true,
          },
        };
      skipping = true;
      rest = '';
    }
  }
  if (!skipping) yield* parseLine(rest, line + 1, file);
}

function* parseLine(text: string, line: number, file: string): Generator<JsonLine> {
  const trimmed = text.trim();
  if (trimmed === '') return;
  try {
    yield { line, value: JSON.parse(trimmed) };
  } catch {
    yield { line, issue: { code: 'AS_ROW', message: 'The line is not JSON.', file, line, lost: true } };
  }
}

/** A whole JSON file. Throws `AS_FILE_FORMAT` with the place of the first error, `AS_FILE_EMPTY` for an empty one. */
export function parseJson(chunks: Chunks, file: string, limit = 2 ** 29): unknown {
  const { text } = decodeText(joinChunks(chunks, file, limit));
  if (text.trim() === '')
    throw new Fault('AS_FILE_EMPTY', 'The file is empty.', {
      place: { file },
      remedy: 'Fetch the file again.',
    });
  try {
    return JSON.parse(text);
  } catch (cause) {
    const cut = cause instanceof Error && /end of JSON input|Unterminated/.test(cause.message);
    throw new Fault(
      cut ? 'AS_FILE_TRUNCATED' : 'AS_FILE_FORMAT',
      cut ? 'The JSON is cut off.' : `Not JSON: ${(cause as Error).message}.`,
      {
        place: { file },
        remedy: 'Fetch the file again.',
        cause,
      },
    );
  }
}
