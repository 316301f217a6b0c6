import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Day, RegisterView } from '../../model/index.ts';
import { openEngine } from '../engine.ts';
import { answerRow, type ScreenContext } from './answer-row.ts';
import { withIdentifiersNamed } from './by-identifier.ts';
import { jsonRow } from './read-rows.ts';
import { screenRows } from './screen-rows.ts';

const home = mkdtempSync(join(tmpdir(), 'by-identifier-'));
afterAll(() => rmSync(home, { recursive: true }));
const engine = openEngine({ home, today: '2024-05-01' as Day });
const context: ScreenContext = {
  names: engine.names,
  register: engine.register,
  on: engine.today,
  threshold: 0.72,
  limit: 3,
};
const row = (value: unknown) => jsonRow(1, 1, value);
const screened = (value: unknown) => answerRow(row(value), context);

describe('what stands where a name is asked for', () => {
  it.each([
    'CNE100000PM8',
    'cne100000pm8',
    'ISIN CNE100000PM8',
    '91330000733796106P',
    '9133 0000 7337 96106P',
  ])('finds by %s whoever has this identifier, and says that the names do not speak for it', (name) => {
    const { status, results } = screened({ name });
    expect(status).toBe('hit');
    expect(results[0]).toMatchObject({ id: 'hikvision', score: 0.98, similarity: 0, match: true });
    expect(results[0]!.explanation).toContain('has an identifier of “Hangzhou Hikvision');
  });

  it.each(['30946', 'Quiet Meadow 2000', '12345678', 'Studio 54'])('is a name where it is %s', (name) => {
    expect(withIdentifiersNamed({ names: [name] }, engine.register)).toEqual({ names: [name] });
    expect(screened({ name }).status).toBe('clear');
  });

  it.each([
    ['BIC', 'BELBBY2X', 'BELBBY2X'],
    ['BIC', 'SABRRUMM', 'SWIFT: SABRRUMM'],
    ['BIC', 'VTBRRUM2MS2', 'VTBRRUM2MS2'],
    ['wallet', 'XnPFsRWTaSgiVauosEwQdEitGYXgwznz2q', 'XnPFsRWTaSgiVauosEwQdEitGYXgwznz2q'],
  ] as const)('is a %s with few digits or none: %s', (kind, value, name) => {
    const party = { id: 'x:1', identifiers: [{ kind, value }] };
    const register = { parties: () => [party] } as unknown as RegisterView;
    expect(withIdentifiersNamed({ names: [name] }, register).identifiers).toEqual([{ kind, value }]);
  });

  it('is looked up by threads as well', async () => {
    const found: string[] = [];
    await screenRows(
      (async function* () {
        yield row({ name: 'CNE100000PM8' });
      })(),
      context,
      { threads: 2, aloneFor: 0, onAnswer: (_, { results }) => found.push(...results.map(({ id }) => id)) },
    );
    expect(found).toEqual(['hikvision']);
  }, 60_000);
});

it('is not taken for what another of the same name, of another kind or with other identifiers is', () => {
  const { search } = engine.knowledge(engine.portfolio('alder-row-fund').portfolio);
  const idsOf = (schema: 'Company' | 'LegalEntity', ...isins: string[]) =>
    search({
      name: 'Gong Hongjia',
      schema,
      identifiers: isins.map((value) => ({ kind: 'ISIN' as const, value })),
    }).map(({ party }) => party);
  expect(idsOf('Company')).toEqual([]);
  expect(idsOf('LegalEntity')).toEqual(['gong-hongjia']);
  expect(idsOf('Company', 'CNE100000PM8')).toEqual(['hikvision']);
});

it('says of a vendor too who is meant', () => {
  const { portfolio } = engine.portfolio('alder-row-fund');
  const found = engine
    .knowledge(portfolio)
    .search({ name: 'CNE100000PM8', schema: 'LegalEntity', identifiers: [] });
  expect(found.map(({ party }) => party)).toEqual(['hikvision']);
});

describe('a row without a name', () => {
  it.each([
    { schema: 'Security', properties: { isin: ['CNE100000PM8'] } },
    { schema: 'Person', properties: { uscCode: '91330000733796106P' } },
    { isinCode: 'CNE100000PM8', country: 'ru' },
  ])('is screened by its identifiers, whatever kind it says: %j', (value) => {
    expect(screened(value).results.map(({ id }) => id)).toEqual(['hikvision']);
  });

  it('is in error, and not clear, where it has no identifier either', () => {
    expect(screened({ properties: { country: ['cn'] } }).status).toBe('error');
  });
});
