import { describe, expect, it } from 'vitest';
import { ask, id, link } from '../../test/ownership-links.ts';
import type { Day } from '../model/day.ts';
import { percentText } from '../model/share.ts';
import { checkProof } from './proof-check.ts';
import type { Proof } from './verdict.ts';
import { drawProof } from './words.ts';

const flagsOf = (verdict: { readonly flags: readonly { readonly flag: string }[] }) =>
  verdict.flags.map(({ flag }) => flag);

describe('a verdict', () => {
  it('proves with the fewest links, not with all that there are', () => {
    const links = [
      link('X', 'M', '51'),
      link('M', 'A', '30'),
      link('X', 'A', '25'),
      link('Y', 'A', '25'),
      link('X', 'Z', '100'),
      link('Z', 'A', '5'),
    ];
    const { proof } = ask('OFAC', links, ['X', 'Y']).verdict(id('A'));
    expect(
      proof.steps.map((step) => step.links.map((each) => `${each.owner} ${each.share} ${each.owned}`)),
    ).toEqual([['X 25 % A', 'Y 25 % A']]);
    expect(proof.listed).toEqual(['X', 'Y']);
  });

  it('shows why nothing is caught without asking who is behind a small stake', () => {
    const links = [
      link('X', 'A', '40'),
      link('P', 'A', '5'),
      link('Q', 'P', '100'),
      link('R', 'A', '55'),
      link('S', 'R', '100'),
    ];
    const { proof, distance } = ask('OFAC', links, ['X']).verdict(id('A'));
    expect(proof.steps.map((step) => [step.party, step.sum])).toEqual([
      ['A', '45'],
      ['R', '0'],
      ['S', '0'],
    ]);
    expect(percentText(distance!)).toBe('-10');
  });

  it('names the one fact that would settle it, even where it is further up', () => {
    const links = [link('X', 'P', ['25', '50', '(]']), link('P', 'A', '80'), link('Q', 'A', ['0', '20'])];
    const verdict = ask('OFAC', links, ['X']).verdict(id('A'));
    expect(verdict.result).toBe('undetermined');
    expect(verdict.settle).toBe(
      'the exact share of X in P (more than 25 and at most 50 %): at 50 % or more P is caught',
    );
  });

  it('says how many facts are open where one is not enough', () => {
    const links = [link('X', 'P', ['25', '50', '(]']), link('P', 'A', ['40', '80'])];
    expect(ask('OFAC', links, ['X']).verdict(id('A')).settle).toMatch(/first of 2 open facts$/);
  });

  it('leaves a party open whose owner may hold for a listed person, and says so', () => {
    const links = [link('N', 'X', null, { kind: 'acts for' }), link('N', 'A', '70')];
    const verdicts = ask('OFAC', links, ['X']);
    expect(verdicts.verdict(id('A'))).toMatchObject({
      result: 'undetermined',
      settle: 'whether N holds its shares for X',
    });
    expect(verdicts.resultOf(id('N'))).toBe('not caught');
  });

  it('counts votes under the tests that name them, and never adds them to ownership', () => {
    const links = [link('X', 'A', '30', { basis: 'economic' }), link('X', 'A', '60', { basis: 'voting' })];
    expect(ask('OFAC', links, ['X']).resultOf(id('A'))).toBe('not caught');
    expect(ask('EU', links, ['X']).resultOf(id('A'))).toBe('caught');
    const apart = [link('X', 'A', '30', { basis: 'economic' }), link('X', 'A', '30', { basis: 'voting' })];
    expect(ask('EU', apart, ['X']).resultOf(id('A'))).toBe('not caught');
    const votesOnly = [link('X', 'A', '60', { basis: 'voting' })];
    const open = ask('OFAC', votesOnly, ['X']).verdict(id('A'));
    expect([open.result, flagsOf(open)]).toEqual([
      'undetermined',
      expect.arrayContaining(['votes stated, ownership not']),
    ]);
  });

  it('does not add different persons in the United Kingdom, unless they act together', () => {
    const links = [link('X', 'A', '25'), link('Y', 'A', '26')];
    expect(ask('UK', links, ['X', 'Y']).resultOf(id('A'))).toBe('not caught');
    expect(ask('UK', links, ['X', 'Y'], '2025-01-01' as Day, [['X', 'Y']]).resultOf(id('A'))).toBe('caught');
    const own = [link('X', 'P', '51'), link('P', 'A', '30'), link('X', 'A', '21')];
    expect(ask('UK', own, ['X']).resultOf(id('A'))).toBe('caught');
  });

  it('reaches owners and sisters of a covered party for the FCC, and only what it owns for others', () => {
    const links = [link('P', 'X', '11'), link('P', 'S', '100'), link('Q', 'X', '10'), link('X', 'D', '11')];
    const verdicts = ask('FCC', links, ['X']);
    expect(['P', 'S', 'Q', 'D'].map((party) => verdicts.resultOf(id(party)))).toEqual([
      'caught',
      'caught',
      'not caught',
      'caught',
    ]);
    for (const party of ['P', 'S', 'D']) {
      expect(
        checkProof(verdicts.question, verdicts.verdict(id(party)).proof, id(party), verdicts.listed),
      ).toEqual([]);
    }
    expect(ask('889', links, ['X']).resultOf(id('P'))).toBe('not caught');
  });

  it('leaves a minority stake open under section 889 and takes the word subsidiary', () => {
    const links = [link('X', 'A', '42'), link('X', 'B', null, { kind: 'subsidiary' }), link('X', 'C', '51')];
    const verdicts = ask('889', links, ['X']);
    expect(['A', 'B', 'C'].map((party) => verdicts.resultOf(id(party)))).toEqual([
      'undetermined',
      'caught',
      'caught',
    ]);
  });

  it('reaches nobody by ownership where the list has no such test', () => {
    const verdict = ask('NS-CMIC', [link('X', 'A', '100')], ['X']).verdict(id('A'));
    expect([verdict.result, verdict.limit]).toEqual(['not caught', undefined]);
  });

  it('gives look-through and votes beside the result and says where they disagree with it', () => {
    const links = [link('X', 'A', '40'), link('B', 'A', '60'), link('A', 'B', '60')];
    const verdict = ask('OFAC', links, ['X']).verdict(id('A'));
    expect(verdict).toMatchObject({
      result: 'not caught',
      lookThrough: { min: '62.5', max: '62.5', method: 'exact' },
    });
    expect(flagsOf(verdict)).toEqual(expect.arrayContaining(['look-through disagrees', 'cross-holding']));
    const dispersed = [link('X', 'C', '49'), ...['K', 'L', 'M'].map((holder) => link(holder, 'C', '5'))];
    const control = ask('OFAC', dispersed, ['X']).verdict(id('C'));
    expect(flagsOf(control)).toContain('votes disagree');
    expect(control.control).toContainEqual(
      expect.objectContaining({ indicator: 'decides alone', banzhaf: '100', shapley: '100' }),
    );
  });

  it.each(['0.07', '0.14', '16.8', '33.3333333333'])(
    'says of no ring that it adds to %s percent where it adds nothing',
    (share) => {
      const links = [link('X', 'A', share), link('A', 'B', '1'), link('B', 'A', '0')];
      const verdict = ask('OFAC', links, ['X']).verdict(id('A'));
      expect(verdict.lookThrough).toMatchObject({ min: share, method: 'exact' });
      expect(flagsOf(verdict)).not.toContain('cross-holding');
    },
  );

  it('is given where the stated shares add up to more than the whole', () => {
    const links = [link('X', 'A', '60'), link('Y', 'A', '60')];
    const verdict = ask('OFAC', links, ['X', 'Y']).verdict(id('A'));
    expect([verdict.result, verdict.lookThrough?.min]).toEqual(['caught', '100']);
    expect(flagsOf(verdict)).toContain('stated shares exceed the whole');
  });

  it('gives the power indices of a bloc that needs others', () => {
    const links = [link('X', 'A', '40'), link('K', 'A', '35'), link('L', 'A', '25')];
    const power = ask('OFAC', links, ['X'])
      .verdict(id('A'))
      .control.find(({ indicator }) => indicator === 'voting power');
    // Any two of the three decide: each is pivotal in half of the votes of the others and in a third of the orders.
    expect(power).toMatchObject({ banzhaf: '50', shapley: '33.33' });
  });

  it('flags shares that add up to more than there is, and clears nobody by them', () => {
    const verdict = ask(
      'OFAC',
      [link('X', 'A', ['0', '60']), link('Y', 'A', '70'), link('Z', 'A', '70')],
      ['X'],
    ).verdict(id('A'));
    expect([verdict.result, flagsOf(verdict)]).toEqual([
      'undetermined',
      expect.arrayContaining(['stated shares exceed the whole']),
    ]);
  });

  it('keeps out links with an inverted period and reports them', () => {
    const bad = link('X', 'A', '60', { from: '2025-02-01' as Day, until: '2025-01-01' as Day });
    const verdicts = ask('OFAC', [bad], ['X']);
    expect(verdicts.question.graph.issues).toEqual([
      expect.objectContaining({ code: 'AS_ROW', line: 1, lost: true }),
    ]);
    expect(verdicts.verdict(id('A')).flags).toEqual([expect.objectContaining({ flag: 'no links' })]);
  });

  it('is drawn in words, link by link', () => {
    const verdict = ask('OFAC', [link('X', 'A', '50', { from: '2020-01-01' as Day })], ['X']).verdict(
      id('A'),
    );
    expect(drawProof(verdict, (party) => `<${party}>`)).toEqual([
      'listed: <X>',
      '  <X> --[ 50 % ]--> <A>   (from 2020-01-01; test; invented)',
      '  Of A, X holds 50 %: 50 percent or more counts as owned.',
    ]);
  });
});

describe('the checker of proofs', () => {
  const verdicts = ask(
    'OFAC',
    [link('X', 'A', '30'), link('Y', 'A', '30'), link('X', 'B', '40'), link('A', 'B', '10')],
    ['X', 'Y'],
  );
  const { proof } = verdicts.verdict(id('A'));
  const check = (changed: Proof, party = 'A') =>
    checkProof(verdicts.question, changed, id(party), verdicts.listed);

  it('accepts the proof as given', () => expect(check(proof)).toEqual([]));

  it('refuses one that leaves a link out, counts one twice, or is about another party', () => {
    const [step] = proof.steps;
    const links = step!.links;
    expect(check({ ...proof, steps: [{ ...step!, links: links.slice(1) }] })).toEqual([
      'the links to A do not reach the limit',
    ]);
    expect(check({ ...proof, steps: [{ ...step!, links: [links[0]!, links[0]!] }] })).toEqual([
      'a link to A is counted twice',
    ]);
    expect(check(proof, 'B')).toEqual(['no step shows B']);
  });

  it('refuses one that rests on persons who are not listed', () => {
    expect(check({ ...proof, listed: [id('Z')] })).toEqual(['Z is not listed']);
  });

  it('refuses a claim that a caught party is not caught', () => {
    const claim: Proof = {
      shows: 'not caught',
      listed: proof.listed,
      steps: [{ ...proof.steps[0]!, sum: '0' }],
    };
    expect(check(claim)).toEqual(['A may be reached']);
    expect(check({ ...claim, steps: [] })).toEqual(['no step is about A']);
  });
});
