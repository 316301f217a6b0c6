import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { z } from 'zod';
import {
  canonicalJson,
  differences,
  type Json,
  type RecordContent,
  type SealedRecord,
} from '../desk/index.ts';
import {
  circumstances,
  type Engine,
  engineVersion,
  onlyNamed,
  type Replay,
  recordedSettings,
} from '../engine/index.ts';
import { Fault } from '../model/index.ts';

/**
 * Commands that only answer, so that asking them again does no harm, with the options by which each says its days. A record
 * may come from anywhere: it runs nothing else.
 */
const answering: Readonly<Record<string, readonly string[]>> = {
  ask: ['--on', '--known'],
  compare: [],
  diff: [],
  expose: ['--on', '--known'],
  identify: [],
  law: ['--on', '--known'],
  owners: ['--on', '--known'],
  ownership: [],
  screen: ['--on', '--known'],
  show: ['--on', '--known'],
};
/** Options that write, or that say where the archive is: that is for whoever replays to say. */
const notRecorded = [
  '--out',
  '--home',
  '--report',
  '--csv',
  '--html',
  '--calendar',
  '--seal',
  '--evidence',
  '--save-mapping',
];
const mostBytes = 32_000_000;

interface InputFile {
  readonly name: string;
  readonly base64: string;
}

interface Asked {
  readonly arguments: readonly string[];
  readonly files: readonly InputFile[];
}

/** Asks a command with its words and gives the answer as written, and what a record of it holds. Files named in the words go into it whole. */
export function recordOfAnswer(
  engine: Engine,
  home: string,
  words: readonly string[],
  today: string,
): { content: RecordContent; output: string } {
  const [command] = words;
  if (command === undefined || !Object.hasOwn(answering, command)) {
    throw new Fault('AS_USAGE', `“${command ?? ''}” gives no answer that can be sealed.`, {
      remedy: `One of: ${Object.keys(answering).join(', ')}; a rehearsal is sealed with rehearse --seal.`,
    });
  }
  const refused = words.find((word) =>
    notRecorded.some((option) => word === option || word.startsWith(`${option}=`)),
  );
  if (refused !== undefined) {
    throw new Fault('AS_USAGE', `${refused} cannot stand in a sealed answer.`, {
      remedy: refused.startsWith('--home')
        ? 'Put --home before seal.'
        : 'Leave it out: the record holds the answer.',
    });
  }
  const asked = withFiles(fixed(words, today));
  const { exit, output } = answerTo(asked, home);
  const content: RecordContent = {
    format: 'aftershock-record/1',
    command,
    engine: engineVersion,
    register: engine.register.hash,
    versions: engine.versions.map(({ source, published, sha256 }) => ({ source, published, sha256 })),
    settings: recordedSettings(engine),
    inputs: { arguments: [...asked.arguments], files: asked.files.map((file) => ({ ...file })) },
    result: { exit, output: parsed(output) },
  };
  return { content, output };
}

/** With the days that the answer depends on written out, so that asking again tomorrow asks the same. */
function fixed(words: readonly string[], today: string): string[] {
  const given = (option: string): string | undefined => {
    const at = words.findIndex((word) => word === option || word.startsWith(`${option}=`));
    const word = words[at];
    return word === option ? (words[at + 1] ?? '') : word?.slice(option.length + 1);
  };
  // As the commands have it: a question about what was known on a day is about that day.
  const day = given('--known') ?? today;
  const days = answering[words[0]!] ?? [];
  return [...words, ...days.flatMap((option) => (given(option) === undefined ? [option, day] : []))];
}

function withFiles(words: readonly string[]): Asked {
  const files: InputFile[] = [];
  const replaced = words.map((word, at) => {
    if (at === 0 || word.startsWith('-')) return word;
    const found = statSync(word, { throwIfNoEntry: false });
    if (!found) return word;
    if (!found.isFile() || found.size > mostBytes) {
      throw new Fault('AS_USAGE', 'Only a file of at most 32 MB can go into a record.', {
        place: { file: word },
        remedy: found.isDirectory()
          ? 'Give its files one by one, or seal a rehearsal.'
          : 'Seal a part of it.',
      });
    }
    const name = `input-${files.length + 1}${extname(word)}`;
    files.push({ name, base64: readFileSync(word).toString('base64') });
    return name;
  });
  return { arguments: replaced, files };
}

/**
 * The question with the lists named that the record rests on, which are those of the engine that replays it: a list that was taken in since, though it had been published
 * by then, was not there to be asked.
 */
function withLists(asked: Asked, { versions }: Engine): Asked {
  const [command] = asked.arguments;
  const takesLists = (answering[command ?? ''] ?? []).length > 0;
  const isGiven = asked.arguments.some((word) => word === '--lists' || word.startsWith('--lists='));
  if (!takesLists || isGiven || versions.length === 0) return asked;
  const lists = [...new Set(versions.map(({ source }) => source))].join(',');
  return { ...asked, arguments: [...asked.arguments, '--lists', lists] };
}

/** Runs the command in a folder that holds nothing but its files, with the archive of this one. */
function answerTo({ arguments: words, files }: Asked, home: string): { exit: number; output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'aftershock-record-'));
  try {
    for (const { name, base64 } of files) writeFileSync(join(folder, name), Buffer.from(base64, 'base64'));
    const run = spawnSync(process.execPath, [process.argv[1]!, '--home', resolve(home), ...words], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 29,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    // 3 is an answer too: something was found, and somebody asked to be told so.
    if (run.status !== 0 && run.status !== 3) {
      throw new Fault('AS_USAGE', 'The command gave no answer.', { remedy: 'See what it says above.' });
    }
    return { exit: run.status, output: run.stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** JSON, JSON lines, or lines: so that a difference can be told by its place. */
function parsed(text: string): Json {
  const value = jsonOf(text);
  if (value !== undefined) return value;
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => jsonOf(line) ?? line);
}

function jsonOf(text: string): Json | undefined {
  try {
    // JSON.parse gives JSON.
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

const askedSchema = z.object({
  arguments: z.array(z.string()).min(1),
  files: z.array(z.object({ name: z.string().regex(/^input-\d+(\.[\w]{1,10})?$/), base64: z.string() })),
});

/** Asks again what a record asked. Throws `AS_FILE_FORMAT` for a record that asks anything but a question. */
export function replayAnswer(engine: Engine, home: string, record: SealedRecord): Omit<Replay, 'seal'> {
  const asked = askedSchema.safeParse(record.content.inputs);
  const words = asked.success ? asked.data.arguments : [];
  const isQuestion = Object.hasOwn(answering, words[0] ?? '') && words[0] === record.content.command;
  const writes = words.some((word) =>
    notRecorded.some((option) => word === option || word.startsWith(`${option}=`)),
  );
  const reaches = words
    .slice(1)
    .some((word) => /(^|=)(\.[\\/]|[\\/~]|[a-z]:)|(^|[=\\/])\.\.([\\/]|$)/i.test(word));
  if (!asked.success || !isQuestion || writes || reaches) {
    throw new Fault(
      'AS_FILE_FORMAT',
      `A record of “${record.content.command}” as this one is cannot be replayed.`,
      {
        remedy: 'Give a record that seal or rehearse --seal wrote.',
      },
    );
  }
  const { exit, output } = answerTo(withLists(asked.data, engine), home);
  const then = withoutStandings(record.content.result);
  const now = withoutStandings({ exit, output: parsed(output) });
  const found = differences(then.rest, now.rest);
  const stoodSame =
    then.standings.length === 0 || canonicalJson(then.standings) === canonicalJson(now.standings);
  return {
    same: found.length === 0,
    otherwise: [
      ...circumstances(engine, record.content),
      ...(stoodSame
        ? []
        : ['The lists stood otherwise then: which were stale, refused or missing (listStandings).']),
    ],
    onlyNamed: onlyNamed(engine, record.content, found),
    differences: found,
  };
}

/**
 * A result without the standings of the lists, and these. They tell how the archive stood, not what follows from the
 * versions named in the record: asking a publisher again changes them and nothing else.
 */
function withoutStandings(value: Json): { readonly rest: Json; readonly standings: Json[] } {
  const standings: Json[] = [];
  const strip = (part: Json): Json => {
    if (Array.isArray(part)) return part.map(strip);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).flatMap(([key, inner]) => {
        if (key !== 'listStandings') return [[key, strip(inner)]];
        standings.push(inner);
        return [];
      }),
    );
  };
  return { rest: strip(value), standings };
}
