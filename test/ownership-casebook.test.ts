import { describe, expect, it } from 'vitest';
import { loadCasebook } from '../src/casebook/index.ts';
import type { Day } from '../src/model/day.ts';
import type { PartyId } from '../src/model/party.ts';
import { buildGraph, checkProof, evaluate } from '../src/ownership/index.ts';
import { testNamed } from './ownership-links.ts';

const casebook = loadCasebook();
const graph = buildGraph(casebook.links);
const verdictOn = (party: string, listed: readonly string[], on: string) => {
  const verdicts = evaluate(graph, testNamed('OFAC'), new Set(listed as PartyId[]), on as Day);
  const verdict = verdicts.verdict(party as PartyId);
  expect(checkProof(verdicts.question, verdict.proof, party as PartyId, verdicts.listed)).toEqual([]);
  return verdict;
};

describe('the ownership links of the casebook', () => {
  it('can all be used', () => expect(graph.issues).toEqual([]));

  it.each(['2022-06-01', '2025-03-01'])('do not make Hikvision caught on %s if only CETC is listed', (on) => {
    const verdict = verdictOn('hikvision', ['cetc'], on);
    expect(verdict.result).toBe('not caught');
    expect(verdict.attributed.max).toBeLessThan(45e10);
  });

  it('make Hikvision caught if those who cross the half together with CETC are listed', () => {
    expect(verdictOn('hikvision', ['cetc', 'gong-hongjia'], '2025-03-01').result).toBe('caught');
  });

  it.each(['luopu-haishi', 'moyu-haishi', 'pishan-haishi', 'urumqi-haishi', 'yutian-haishi'])(
    'make %s caught if Hikvision is listed, and say on what word that rests',
    (party) => {
      const verdict = verdictOn(party, ['hikvision'], '2023-06-01');
      expect(verdict.result).toBe('caught');
      expect(verdict.flags.map(({ flag }) => flag)).toContain('rests on the word subsidiary');
    },
  );

  it('leave EZVIZ undetermined, since sources say 48 or 51 percent', () => {
    const verdict = verdictOn('ezviz', ['hikvision'], '2025-03-01');
    expect(verdict.result).toBe('undetermined');
    expect(verdict.settle).toMatch(
      /hikvision in ezviz \(sources say 48 % or 51 %\): at 50 % or more ezviz is caught/,
    );
    expect(verdict.flags.map(({ flag }) => flag)).toContain('sources disagree');
  });
});
