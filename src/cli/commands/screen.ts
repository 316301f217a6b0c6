import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { unreadable } from '../../engine/files.ts';
import { readingFingerprint } from '../../engine/names/reading-fingerprint.ts';
import { answerRow, type ScreenContext } from '../../engine/screening/answer-row.ts';
import { isOnLists } from '../../engine/screening/chosen-lists.ts';
import { jsonRow, readScreenRows, type ScreenRow, tellUnread } from '../../engine/screening/read-rows.ts';
import { screenRows } from '../../engine/screening/screen-rows.ts';
import { Fault, type Issue, parseApproximateDay } from '../../model/index.ts';
import { countryCode } from '../../text/country.ts';
import { columnHelp, columnOptions } from '../column-option.ts';
import { inputLines } from '../input-lines.ts';
import { keepHeapSmall } from '../lean-memory.ts';
import { numberOption } from '../number-option.ts';
import { openEngineFor } from '../open-engine.ts';
import { kindOfSchemaOption } from '../schema-option.ts';
import {
  askedDay,
  onlyKnown,
  type SharedOptions,
  sharedOptions,
  withSharedOptions,
} from '../shared-options.ts';
import { group, progress, writeJson } from '../terminal.ts';
import { threadsHelp, threadsOption } from '../threads-option.ts';
import { csvHeader, csvLines } from './screen/answer-csv.ts';
import { answerText } from './screen/answer-text.ts';
import { ResumableOutput } from './screen/resumable-output.ts';
import { removeSummary, writeSummary } from './screen/summary.ts';

interface Options {
  readonly in?: string;
  readonly out?: string;
  readonly jsonl?: boolean;
  readonly schema?: string;
  readonly country?: string;
  readonly birthDate?: string;
  readonly threshold?: string;
  readonly limit: string;
  readonly column: readonly string[];
  readonly failOn?: string;
  readonly threads?: string;
}

/** Rows screened before results are put on disk. */
const blockRows = 500;

export function define(command: Command): void {
  withSharedOptions(command)
    .description('Screens a name, or every row of a file, against the lists held and the casebook.')
    .argument('[name...]', 'the name, in any script, or an identifier')
    .option('--in <file>', 'CSV, TSV, JSONL, XLSX, ODS or Parquet; "-" for JSONL on standard input')
    .option('--out <file>', 'result file, .csv or .jsonl; an interrupted run goes on where it was')
    .option('--jsonl', 'one JSON object a line')
    .option('--schema <schema>', 'Person, Company, Organization, Vessel, Airplane')
    .option('--country <code>', 'country of the party, such as cn')
    .option('--birth-date <day>', 'birth date, month or year')
    .option('--threshold <score>', 'least score of a hit (default: that of the standard settings)')
    .option('--limit <count>', 'most results for a name', '10')
    .option('--column <property=header...>', columnHelp, [])
    .option('--fail-on <status>', 'exit with 3 when a row has this status: hit')
    .option('--threads <count>', threadsHelp)
    .addHelpText(
      'after',
      '\nWhat is stale, stands in for a refused version or is not held of the lists searched is told on stderr, in\n"listStandings" of every JSON answer, and in the column "lists" of every CSV row. Beside a whole result file stands\nOUT.summary.json: counts, settings, and each list version searched.\n\nExamples:\n  aftershock screen "Hangzhou Hikvision Digital Technology"\n  aftershock screen --in vendors.csv --out hits.csv\n  aftershock screen --in queries.jsonl --jsonl --lists us-ofac-sdn',
    )
    .action((words: string[], options: Options, self: Command) => run(words.join(' '), options, self));
}

async function run(name: string, options: Options, command: Command): Promise<void> {
  checkWords(name.trim(), options);
  if (options.failOn !== undefined && options.failOn !== 'hit') {
    throw new Fault('AS_UNKNOWN_WORD', `--fail-on does not know "${options.failOn}".`, {
      remedy: 'Write --fail-on hit.',
    });
  }
  const threads = threadsOption(options.threads);
  const common = sharedOptions(command);
  const engine = openEngineFor(common);
  const context: ScreenContext = {
    names: engine.names,
    register: engine.register,
    on: askedDay(common),
    listStandings: engine.listStandings(common.on),
    threshold:
      numberOption(options.threshold, '--threshold', { least: 0.3, most: 1 }) ??
      engine.names.settings.threshold,
    limit: numberOption(options.limit, '--limit', { least: 1, most: 1000, whole: true }) ?? 10,
    ...(common.lists === undefined ? {} : { isChosen: isOnLists(common.lists, engine.casebook.regimes) }),
  };
  const hits =
    options.in === undefined
      ? screenName(name, options, common, context)
      : await screenFile(options, common, context, threads);
  if (hits > 0 && options.failOn === 'hit') process.exitCode = 3;
}

/** What cannot be meant is told before anything is opened; what would be passed over in silence too. */
function checkWords(name: string, options: Options): void {
  const wrong = (message: string, remedy: string) => new Fault('AS_USAGE', message, { remedy });
  if ((name === '') === (options.in === undefined)) {
    throw wrong(
      name === '' ? 'There is nothing to screen.' : 'A name and a file are given.',
      'Give a name, or a file with --in.',
    );
  }
  const given = { '--out': options.out, '--column': options.column[0], '--threads': options.threads };
  const ofFile = Object.entries(given).find(([, value]) => value !== undefined)?.[0];
  if (options.in === undefined && ofFile !== undefined)
    throw wrong(`${ofFile} belongs to a file.`, 'Give the file with --in, or leave it out.');
  const details = {
    '--country': options.country,
    '--birth-date': options.birthDate,
    '--schema': options.schema,
  };
  const ofName = Object.entries(details).find(([, value]) => value !== undefined)?.[0];
  if (options.in !== undefined && ofName !== undefined)
    throw wrong(
      `${ofName} belongs to a single name.`,
      'Give it in a column of the file; --column says which.',
    );
  if (options.out !== undefined && !/\.(csv|jsonl)$/i.test(options.out))
    throw wrong(
      `--out ${options.out} does not say in what form.`,
      'Give a name that ends in .csv or .jsonl.',
    );
}

/** The code of a country given by code or name. */
function countryOption(text: string): string {
  const code = countryCode(text.length === 2 ? text.toUpperCase() : text);
  if (code !== undefined) return code;
  throw new Fault('AS_UNKNOWN_WORD', `There is no country "${text}".`, {
    place: { field: '--country' },
    remedy: 'Write its name or two-letter code, such as cn.',
  });
}

function screenName(
  name: string,
  options: Options,
  { json, known }: SharedOptions,
  context: ScreenContext,
): number {
  const query = {
    names: [name],
    kind: kindOfSchemaOption(options.schema),
    ...(options.country === undefined ? {} : { countries: [countryOption(options.country)] }),
    ...(options.birthDate === undefined
      ? {}
      : { birthDates: [parseApproximateDay(options.birthDate, { field: '--birth-date' }).text] }),
  };
  const answer = answerRow({ number: 1, line: 1, id: '1', query }, context);
  if (options.jsonl) process.stdout.write(`${JSON.stringify(answer)}\n`);
  else if (json) writeJson(answer);
  else
    process.stdout.write(
      answerText(name, answer, context.threshold) + (known === undefined ? '' : `${onlyKnown(known)}\n`),
    );
  return answer.results.length;
}

async function screenFile(
  options: Options,
  { json, known }: SharedOptions,
  context: ScreenContext,
  threads: number | undefined,
): Promise<number> {
  keepHeapSmall();
  const file = options.in!;
  if (file === '-') return screenStream(context, report);
  const asCsv = options.out?.toLowerCase().endsWith('.csv') === true;
  const output =
    options.out === undefined ? undefined : new ResumableOutput(options.out, jobOf(file, options, context));
  if (options.out !== undefined) removeSummary(options.out);
  const line = progress('screened');
  let { rows, hits, errors } = output?.resumed ?? { rows: 0, hits: 0, errors: 0 };
  const before = rows;
  if (before > 0) process.stderr.write(`Going on after row ${group(before)}.\n`);
  let block: string[] = output?.isEmpty !== false && asCsv ? [csvHeader] : [];
  const flush = (): void => {
    if (block.length === 0) return;
    const text = `${block.join(asCsv ? '\r\n' : '\n')}${asCsv ? '\r\n' : '\n'}`;
    if (output) output.write(text, { rows, hits, errors });
    else process.stdout.write(text);
    block = [];
  };
  const columns = columnOptions(options.column);
  await screenRows(rowsAfter(before, readScreenRows(file, columns, report)), context, {
    threads,
    onAnswer(row, answer) {
      rows = row.number;
      if (answer.status === 'hit') hits++;
      if (answer.status === 'error') errors++;
      const query = row.query?.names[0];
      if (asCsv) block.push(...csvLines(query ?? '', answer));
      else if (output || options.jsonl || json) block.push(JSON.stringify(answer));
      else block.push(answerText(query ?? `row ${rows}`, answer, context.threshold).trimEnd());
      if (rows % blockRows === 0) flush();
      line.at(rows);
    },
  });
  if (output === undefined && !options.jsonl && !json && known !== undefined) block.push(onlyKnown(known));
  flush();
  output?.finish();
  if (options.out !== undefined) writeSummary(options.out, file, { rows, hits, errors }, context);
  line.end(
    `${group(rows)} rows: ${group(hits)} with hits, ${group(rows - hits - errors)} clear, ${group(errors)} that could not be read. No hit is not clearance.`,
  );
  return hits;
}

/** The rows that an earlier run did not come to. */
async function* rowsAfter(before: number, rows: AsyncIterable<ScreenRow>): AsyncGenerator<ScreenRow> {
  for await (const row of rows) if (row.number > before) yield row;
}

/** Queries as they come on standard input, each answered at once. */
async function screenStream(context: ScreenContext, report: (issue: Issue) => void): Promise<number> {
  const unreadOf = tellUnread('standard input', report);
  let number = 0;
  let hits = 0;
  for await (const lines of inputLines(process.stdin)) {
    for (const text of lines) {
      number++;
      if (text.trim() === '') continue;
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch {
        value = undefined;
      }
      const answer = answerRow(jsonRow(number, number, value, unreadOf(number)), context);
      if (answer.status === 'hit') hits++;
      process.stdout.write(`${JSON.stringify(answer)}\n`);
    }
  }
  return hits;
}

function report({ file, line, message }: Issue): void {
  process.stderr.write(`${file}:${line}: ${message}\n`);
}

/** Everything that the results depend on: a run with any of it changed is another job. */
function jobOf(file: string, options: Options, context: ScreenContext): string {
  const hash = createHash('sha256');
  const { size, mtimeMs } = statOf(file);
  hash.update(
    JSON.stringify([
      file,
      size,
      mtimeMs,
      options.column,
      context.threshold,
      context.limit,
      context.on,
      context.listStandings,
      csvHeader,
      readingFingerprint(),
    ]),
  );
  return `${hash.digest('hex')} ${context.register.hash} ${context.names.settings.version}`;
}

function statOf(file: string): { size: number; mtimeMs: number } {
  try {
    return statSync(file);
  } catch (cause) {
    throw unreadable(file, cause);
  }
}
