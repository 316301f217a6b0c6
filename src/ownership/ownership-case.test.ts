import { describe, expect, it } from 'vitest';
import { casebookTests } from '../../test/ownership-links.ts';
import type { Day } from '../model/day.ts';
import { answerCase } from './ownership-case.ts';

const answer = (value: unknown, line = 1) => answerCase(value, line, casebookTests, '2025-01-01' as Day);
const base = { id: '1', regime: 'us-ofac-50pct', on: '2022-06-01', listed: ['A'], party: 'B' };
const ab = (share: unknown, more: object = {}) => ({ owner: 'A', owned: 'B', share, ...more });

describe('an ownership case', () => {
  it('is answered in the form of the contract', () => {
    expect(answer({ ...base, links: [ab('50')] })).toMatchObject({
      id: '1',
      result: 'caught',
      attributed: { min: '50', max: '50' },
      proof: [{ step: 1, owner: 'A', owned: 'B', share: '50 %', source: 'link 1' }],
      lookThrough: '50',
    });
  });

  it.each([
    ['a number', 50, 'caught'],
    ['text', '49.99', 'not caught'],
    ['an interval', { min: '25', max: '50', minInclusive: false, maxInclusive: true }, 'undetermined'],
    ['an interval of numbers', { min: 51, max: 60 }, 'caught'],
    ['null', null, 'undetermined'],
    ['nothing', undefined, 'undetermined'],
  ])('takes a share given as %s', (_how, share, result) => {
    expect(answer({ ...base, links: [ab(share)] })).toMatchObject({ result });
  });

  it.each([
    ['OFAC', 'caught'],
    ['us-ofac-sdn-glomag', 'caught'],
    ['EU', 'not caught'],
    ['UK', 'not caught'],
    ['us-ns-cmic', 'not caught'],
  ])('knows the regime as %s', (regime, result) => {
    expect(answer({ ...base, regime, links: [ab('50')] })).toMatchObject({ result });
  });

  it('asks about the day given, with null for open ends', () => {
    const links = [ab('50', { from: null, until: '2022-05-31' })];
    expect(answer({ ...base, links })).toMatchObject({ result: 'not caught' });
    expect(answer({ ...base, on: '2022-05-31', links })).toMatchObject({ result: 'caught' });
    expect(answer({ ...base, on: undefined, links })).toMatchObject({ on: '2025-01-01' });
  });

  it('calls a listed party caught, and one without links not caught with a flag', () => {
    expect(answer({ ...base, party: 'A', links: [] })).toMatchObject({
      result: 'caught',
      listed: true,
      proof: [],
    });
    expect(answer({ ...base, links: [] })).toMatchObject({
      result: 'not caught',
      flags: [{ flag: 'no links' }],
    });
  });

  it.each([
    ['a negative share', [ab('-5')], 'links.0.share'],
    ['a share over the whole', [ab('50'), ab(101)], 'links.1.share'],
    ['no number', [ab('NaN')], 'links.0.share'],
    ['an inverted interval', [ab({ min: '60', max: '40' })], 'links.0.share'],
    ['an inverted period', [ab('50', { from: '2022-02-01', until: '2022-01-01' })], 'links.0: the period'],
    ['a day that does not exist', [ab('50', { from: '2022-02-30' })], 'links.0.from'],
    ['an empty owner', [{ owner: '', owned: 'B', share: '50' }], 'links.0.owner'],
    ['no links', undefined, 'links'],
  ])('is refused for %s, with line and field', (_what, links, field) => {
    const refused = answer({ ...base, links }, 7);
    expect(refused).toMatchObject({ id: '1', error: { code: 'AS_FIELD', line: 7 } });
    expect('error' in refused && refused.error.message).toContain(field);
  });

  it('is refused where it is no case or the regime is not known', () => {
    expect(answer('text')).toMatchObject({ id: null, error: { code: 'AS_FIELD' } });
    expect(answer({ ...base, id: 9, regime: 'Atlantis', links: [] })).toMatchObject({
      id: 9,
      error: { code: 'AS_UNKNOWN_REGIME' },
    });
  });
});
