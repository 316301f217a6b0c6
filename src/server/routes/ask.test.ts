import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestService, type TestService } from '../service.fixture.ts';

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());

const post = (url: string, payload: object) => service.ask({ method: 'POST', url, payload });
const university = { roles: ['university'], jurisdiction: ['us'] };

describe('a question', () => {
  it('is answered with provisions, citation and what would change it', async () => {
    const question = { activity: 'export', counterparty: 'Hikvision', actor: university, on: '2020-01-01' };
    const answer = (await post('/v1/ask', question)).json();
    expect(answer).toMatchObject({
      effect: 'licence required',
      counterparty: { id: 'hikvision' },
      on: '2020-01-01',
    });
    expect(answer.provisions[0].citation).toContain('84 FR');
    expect(answer.unknowns.map((unknown: { fact: string }) => unknown.fact)).toContain('eccn');
    expect(answer.regimes['us-bis-entity-list']).toBe('Entity List');
  });

  it.each(['exporter', 'university', 'reseller', 'bank', 'australian'])(
    'of %s names as what would change the answer only what can be stated',
    async (role) => {
      const words = await service.get<Record<'facts' | 'activities', { word: string }[]>>('/v1/vocabulary');
      // Of the item; and the currency of a payment or its link with the country, which are facts of their own.
      const elsewhere = ['eccn', 'origin', 'item kind', 'through US banks'];
      const statable = new Set([...words.facts.map(({ word }) => word), ...elsewhere]);
      const open = new Set<string>();
      for (const { word: activity } of words.activities) {
        const question = { activity, counterparty: 'hikvision', actor: { roles: [role] }, on: '2021-01-01' };
        const { unknowns } = (await post('/v1/ask', question)).json<{ unknowns: { fact: string }[] }>();
        for (const { fact } of unknowns) open.add(fact);
      }
      expect([...open].filter((fact) => !statable.has(fact))).toEqual([]);
    },
  );

  it('follows a stated fact that is else told from the goods', async () => {
    const stated = async (value: string) =>
      (
        await post('/v1/ask', {
          ...{ activity: 'export', counterparty: 'Hikvision', actor: university, on: '2021-01-01' },
          facts: { 'infectious disease item': value },
        })
      ).json().policy;
    expect([await stated('yes'), await stated('no')]).toEqual(['case by case', 'presumption of denial']);
  });

  it('about nobody known is undetermined, not clear', async () => {
    const answer = (await post('/v1/ask', { activity: 'buy', counterparty: 'Nobody of this Name' })).json();
    expect(answer.effect).toBe('undetermined');
    expect(answer.counterparty).toBeUndefined();
  });

  it('about what was known on a past day is about that day unless it says another', async () => {
    const question = { activity: 'buy', counterparty: 'hikvision', known: '2020-01-01' };
    expect((await post('/v1/ask', question)).json()).toMatchObject({ on: '2020-01-01', known: '2020-01-01' });
    const later = (await post('/v1/ask', { ...question, on: '2022-06-01' })).json();
    expect(later).toMatchObject({ on: '2022-06-01', known: '2020-01-01' });
  });

  it('may suppose a listing', async () => {
    const question = { activity: 'buy', counterparty: 'hikvision', actor: 'us-person', on: '2022-07-01' };
    const assume = [{ party: 'hikvision', regime: 'us-ofac-sdn-glomag', from: '2022-06-01' }];
    expect((await post('/v1/ask', question)).json().effect).toBe('allowed');
    const supposed = (await post('/v1/ask', { ...question, assume })).json();
    expect(supposed.effect).toBe('prohibited');
    expect(supposed.provisions[0].assumed).toBe(true);
  });
});

describe('a batch', () => {
  it('answers each question in its place, and a wrong one with its error', async () => {
    const questions = [
      { id: 'a', activity: 'buy', counterparty: 'hikvision', on: '2020-01-01' },
      { id: 'b', activity: 'juggle', counterparty: 'hikvision' },
      'no question',
      { id: 'd', counterparty: 'hikvision' },
      { id: 'e', activity: 'buy', counterparty: 'hikvision', on: '2020-02-30' },
      { id: 'f', activity: 'buy', counterparty: 'hikvision', known: '2099-01-01' },
      { id: 'g', activity: 'buy', counterparty: 'dahua', on: '2020-01-01' },
    ];
    const answer = await post('/v1/ask/batch', { questions });
    const lines = answer.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answer.headers['content-type']).toContain('application/x-ndjson');
    expect(lines.map(({ id }) => id)).toEqual(['a', 'b', null, 'd', 'e', 'f', 'g']);
    expect(lines.map(({ error }) => error?.code)).toEqual([
      undefined,
      'AS_UNKNOWN_WORD',
      'AS_USAGE',
      'AS_USAGE',
      'AS_DAY',
      'AS_DAY',
      undefined,
    ]);
    expect(lines[1].error.line).toBe(2);
  });
});
