import { type Day, dayInWords } from '../../../model/index.ts';
import { drawProof, type OwnershipTest, type Verdict } from '../../../ownership/index.ts';
import { onlyKnown } from '../../shared-options.ts';
import { styled, wrap } from '../../terminal.ts';

/** What one test makes of the party. */
export interface Tested {
  readonly test: OwnershipTest;
  readonly verdict: Verdict;
  /** Nobody of those known to stand above the party is on a list that the test is about. */
  readonly noneListed: boolean;
}

type NameOf = (id: string) => string;

/** What the tests say of a party: first all results, each in a line, then why, test by test. */
export function verdictsText(
  about: {
    readonly name: string;
    readonly id: string;
    readonly on: Day;
    /** Where only what had been published by a day counts. */
    readonly known: Day | undefined;
    readonly assumed: readonly string[];
  },
  tested: readonly Tested[],
  nameOf: NameOf,
): string {
  const supposed = about.assumed.length === 0 ? '' : `, if ${about.assumed.join(', ')} were listed`;
  const parts = [`${styled('bold', about.name)} (${about.id}), ${dayInWords(about.on)}${supposed}\n`];
  if (about.known !== undefined) parts.push(`${onlyKnown(about.known)}\n`);
  if (tested.length > 1) {
    parts.push('\n');
    for (const { test, verdict } of tested) parts.push(`${resultText(verdict, true)}  ${test.title}\n`);
  }
  for (const one of tested) parts.push(testText(one, nameOf));
  return parts.join('');
}

const signs = { caught: '■', 'not caught': '○', undetermined: '?' } as const;
const styles = { caught: 'red', 'not caught': 'green', undetermined: 'yellow' } as const;

function resultText({ result }: Verdict, aligned = false): string {
  const text = `${signs[result]} ${result}`;
  return styled(styles[result], aligned ? text.padEnd(14) : text);
}

function testText({ test, verdict, noneListed }: Tested, nameOf: NameOf): string {
  const lines = [`\n${resultText(verdict)}  ${styled('bold', test.title)} [${test.verified}]\n`];
  const isDrawn =
    !noneListed && verdict.limit !== undefined && verdict.proof.steps.some((step) => step.links.length > 0);
  if (noneListed) lines.push(wrap(nobodyAbove(verdict), 100, '  '));
  else if (verdict.result !== verdict.byShares || !isDrawn) lines.push(wrap(verdict.because, 100, '  '));
  if (isDrawn) lines.push(...drawProof(verdict, nameOf).map((line) => wrap(line.trim(), 100, '    ')));
  if (verdict.settle) lines.push(wrap(sentence(`Would settle it: ${verdict.settle}`), 100, '  '));
  if (verdict.lookThrough && verdict.limit && !noneListed) {
    const { min, max } = verdict.lookThrough;
    lines.push(
      `  Beside it: look-through ${min === max ? min : `${min} to ${max}`} % of the economic interest.\n`,
    );
  }
  for (const flag of verdict.flags) {
    // Links that are drawn carry their flag there.
    if (flag.flag === 'unverified link' || (noneListed && flag.flag === 'no links')) continue;
    lines.push(wrap(`${flag.closer ? '⚑ ' : ''}${flag.flag}: ${flag.text}`, 100, '  '));
  }
  lines.push(wrap(`Source of the test: ${test.citation}`, 100, '  '));
  return lines.join('');
}

function nobodyAbove({ flags }: Verdict): string {
  return flags.some(({ flag }) => flag === 'no links')
    ? 'It is on no list of this test, and nothing is known of its owners: whether one of them is listed cannot be told here.'
    : 'Neither it nor anybody known to stand above it is on a list of this test. Owners that are not known here are not cleared.';
}

/** Closes a sentence once: what it ends with may have a full stop of its own. */
function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
