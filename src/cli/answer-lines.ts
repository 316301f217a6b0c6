import { createReadStream } from 'node:fs';
import { Fault } from '../model/index.ts';
import { withFileFault } from './file-fault.ts';
import { inputLines } from './input-lines.ts';

/** A JSON object as it stands in a line. */
export type GivenLine = Readonly<Record<string, unknown>>;

/**
 * Answers JSON lines with JSON lines as they come, from a file or from standard input. A line that is no object, or whose
 * answer throws, gives `{"id","error":{code,message,line}}`, and the rest goes on; blank ones get no answer.
 */
export async function answerLines(
  file: string | undefined,
  answer: (given: GivenLine) => unknown,
): Promise<void> {
  const input = file === undefined ? process.stdin : createReadStream(file);
  let number = 0;
  for await (const lines of withFileFault(inputLines(input), file ?? 'standard input')) {
    const answers: string[] = [];
    for (const line of lines) {
      number++;
      if (line.trim() !== '') answers.push(JSON.stringify(answerLine(line, number, answer)));
    }
    if (answers.length > 0) process.stdout.write(`${answers.join('\n')}\n`);
  }
}

function answerLine(line: string, number: number, answer: (given: GivenLine) => unknown): unknown {
  const refused = (id: unknown, code: string, message: string) => ({
    id,
    error: { code, message, line: number },
  });
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    return refused(null, 'AS_ROW', 'The line is not JSON.');
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return refused(null, 'AS_ROW', 'The line is not an object.');
  try {
    // An object of JSON has text for keys.
    return answer(given as GivenLine);
  } catch (error) {
    const id = 'id' in given ? given.id : null;
    if (error instanceof Fault) return refused(id, error.code, error.toString());
    // The other lines are worth more than an end with a bang; the exit code tells that one was not answered.
    process.exitCode = 1;
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return refused(id, 'AS_INTERNAL', 'A defect in Aftershock kept this line from being answered.');
  }
}
