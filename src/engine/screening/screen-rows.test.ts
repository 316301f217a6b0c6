import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { NameMatcher } from '../../match/index.ts';
import type { Day } from '../../model/index.ts';
import { openEngine } from '../engine.ts';
import { openPartyNames } from '../names/party-names.ts';
import type { ScreenContext } from './answer-row.ts';
import type { ScreenRow } from './read-rows.ts';
import { screenRows } from './screen-rows.ts';

const home = mkdtempSync(join(tmpdir(), 'screen-rows-'));
afterAll(() => rmSync(home, { recursive: true }));
const engine = openEngine({ home, today: '2024-05-01' as Day });
const context: ScreenContext = {
  names: engine.names,
  register: engine.register,
  on: engine.today,
  threshold: 0.6,
  limit: 3,
};

const names = [
  'Hikvision Digital Technology',
  'Maria Schneider',
  'Dahua',
  '海康威视',
  'Mill Lane Bakery',
  'China',
];
const rows = Array.from({ length: 430 }, (_, at): ScreenRow => {
  const number = at + 1;
  const row = { number, line: number + 1, id: `V${number}` };
  if (at % 50 === 7) return { ...row, problem: { code: 'AS_FIELD', message: 'The row has no name.' } };
  const kind = at % 3 === 0 ? 'company' : 'any';
  return { ...row, query: { names: [`${names[at % names.length]} ${at % 11 === 0 ? at : ''}`], kind } };
});

async function* given(): AsyncGenerator<ScreenRow> {
  yield* rows;
}

async function answers(threads: number): Promise<string[]> {
  const told: string[] = [];
  await screenRows(given(), context, {
    threads,
    aloneFor: 0,
    onAnswer: (row, answer) => told.push(`${row.id} ${JSON.stringify(answer)}`),
  });
  return told;
}

it('says that others match too whom the limit leaves out, and nothing of it where none are', async () => {
  const of = async (limit: number, threads: number) => {
    const answers: (boolean | undefined)[] = [];
    await screenRows(
      (async function* () {
        yield { number: 1, line: 1, id: '1', query: { names: ['Dahua Technology'] } };
      })(),
      { ...context, limit },
      {
        threads,
        aloneFor: 0,
        onAnswer: (_, { more, results }) => answers.push(more, results.length === limit),
      },
    );
    return answers;
  };
  for (const threads of [1, 2]) {
    expect(await of(1, threads)).toEqual([true, true]);
    expect((await of(200, threads))[0]).toBeUndefined();
  }
}, 60_000);

describe('screening rows in threads', { timeout: 60_000 }, () => {
  it('gives the same answers in the order of the rows with any number of threads', async () => {
    const alone = await answers(1);
    expect(alone.map((text) => text.split(' ')[0])).toEqual(rows.map(({ id }) => id));
    const words = alone.map((text) => /"status":"(\w+)"/.exec(text)![1]);
    expect(new Set(words)).toEqual(new Set(['hit', 'clear', 'error']));
    expect(await answers(2)).toEqual(alone);
    expect(await answers(3)).toEqual(alone);
  });

  it('may begin alone and go on in threads', async () => {
    const told: number[] = [];
    const slow = { ...context, names: { ...context.names, search: slowly(context.names.search) } };
    const onAnswer = ({ number }: ScreenRow) => told.push(number);
    await screenRows(given(), slow, { threads: 2, aloneFor: 20, onAnswer });
    expect(told).toEqual(rows.map(({ number }) => number));
    // The blocks of the first moments were searched here, the others elsewhere.
    expect(searched).toBeGreaterThan(0);
    expect(searched).toBeLessThan(rows.length / 2);
  });

  it('looks further where the best matches are on no list and linked to nobody', async () => {
    const parties = Array.from({ length: 30 }, (_, at) => ({
      id: `party-${at + 10}`,
      kind: 'company' as const,
      names: [{ text: 'Alpha Trading', kind: 'primary' as const }],
    }));
    const [party] = engine.register.parties();
    const [listing] = engine.register.listings();
    const register: ScreenContext['register'] = {
      ...engine.register,
      party: () => party,
      listingsOf: (id) => (id === 'party-39' ? [listing!] : []),
      linksOf: () => [],
    };
    const told: string[][] = [];
    await screenRows(
      one('Alpha Trading'),
      { ...context, register, names: openPartyNames(NameMatcher.index(parties).buffer), limit: 1 },
      { threads: 2, aloneFor: 0, onAnswer: (_row, { results }) => told.push(results.map(({ id }) => id)) },
    );
    expect(told).toEqual([['party-39']]);
  });

  it('stops with the fault of the reader, after the rows before it', async () => {
    async function* broken(): AsyncGenerator<ScreenRow> {
      yield* rows.slice(0, 120);
      throw new Error('the disk is gone');
    }
    const told: number[] = [];
    const onAnswer = ({ number }: ScreenRow) => told.push(number);
    await expect(screenRows(broken(), context, { threads: 2, aloneFor: 0, onAnswer })).rejects.toThrow(
      'disk',
    );
    expect(told).toEqual(rows.slice(0, told.length).map(({ number }) => number));
  });
});

let searched = 0;

function slowly(search: ScreenContext['names']['search']): ScreenContext['names']['search'] {
  return (...asked) => {
    searched++;
    for (const until = performance.now() + 1; performance.now() < until; );
    return search(...asked);
  };
}

async function* one(name: string): AsyncGenerator<ScreenRow> {
  yield { number: 1, line: 1, id: '1', query: { names: [name] } };
}
