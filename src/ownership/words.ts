import { dayInWords } from '../model/day.ts';
import { percentText, shareText } from '../model/share.ts';
import type { BoundStep } from './bound-proof.ts';
import type { RawStep } from './caught-proof.ts';
import { kindBits, statesShare } from './graph.ts';
import type { Limit } from './ownership-test.ts';
import type { QuestionOnDay } from './question-on-day.ts';
import { shareAt } from './share-table.ts';
import type { OwnershipResult, Proof, Verdict } from './verdict.ts';

type NameOf = (party: number) => string;

/** `50 percent or more`, `more than 50 percent`. */
export function limitText(limit: Limit): string {
  const text = percentText(limit.threshold);
  return limit.inclusive ? `${text} percent or more` : `more than ${text} percent`;
}

/** `X holds 50 %; Y is a subsidiary`. */
function linkPhrases(question: QuestionOnDay, links: readonly number[], nameOf: NameOf): string {
  const { graph } = question;
  const phrases = links.map((link) => {
    const owner = nameOf(graph.owner[link]!);
    const text = shareText(shareAt(graph.shares, graph.share[link]!));
    switch (graph.flags[link]! & kindBits) {
      case statesShare:
        return text === 'unknown share'
          ? `${owner} holds a share that is not stated`
          : `${owner} holds ${text}`;
      case 1:
        return `${owner} has it as a subsidiary`;
      case 2:
        return `${owner} has it as an affiliate`;
      case 3:
        return `${owner} controls it`;
      default:
        return `it may hold shares for ${owner}`;
    }
  });
  return phrases.join(', ');
}

/** Why the links of a step catch its party. */
export function caughtSentence(question: QuestionOnDay, step: RawStep, nameOf: NameOf): string {
  const phrases = linkPhrases(question, step.links, nameOf);
  const together = step.links.length > 1 ? `, together ${step.sum} %` : '';
  const limit = question.limit ? `: ${limitText(question.limit)} counts as owned` : '';
  return `Of ${nameOf(step.party)}, ${phrases}${together}${limit}.`;
}

/** Why the links of a step may catch its party. */
export function openSentence(question: QuestionOnDay, step: RawStep, nameOf: NameOf): string {
  const phrases = linkPhrases(question, step.links, nameOf);
  const most = step.sum === '' ? '' : `; at most that is ${step.sum} %`;
  const limit = openLimitText(question);
  return `Of ${nameOf(step.party)}, ${phrases}${most}${step.sum === '' ? '' : limit}.`;
}

/** From where on a share counts; and from where on a test leaves it open whether it does. */
function openLimitText({ limit, openLimit }: QuestionOnDay): string {
  if (!openLimit) return '';
  if (openLimit === limit) return `, and ${limitText(openLimit)} would count`;
  const counts = limit ? `; ${limitText(limit)} counts` : '';
  return `${counts}, and ${limitText(openLimit)} leaves it open`;
}

/** Why a party stays below the limit. */
export function notCaughtSentence(question: QuestionOnDay, step: BoundStep, nameOf: NameOf): string {
  const party = nameOf(step.party);
  if (!question.openLimit) return `Only who is named on the list is reached, and ${party} is not.`;
  const outside = step.outside.map(nameOf);
  if (step.links.length === 0) return `No owner of ${party} is stated.`;
  const but = outside.length === 0 ? '' : `, ${outside.join(', ')} left out,`;
  return `The owners of ${party}${but} hold at most ${step.sum} % together, even if all of them were reached; ${limitText(question.openLimit)} would count.`;
}

/** The result in one sentence. */
export function resultSentence(about: {
  readonly question: QuestionOnDay;
  readonly party: string;
  readonly result: OwnershipResult;
  readonly byShares: OwnershipResult;
  readonly listed: boolean;
  readonly proof: Proof;
}): string {
  const { question, party, result, byShares, listed, proof } = about;
  const { test, period } = question;
  if (listed) return `${party} is listed itself.`;
  const last = proof.steps.at(-1);
  switch (period.state) {
    case 'suspended':
    case 'not in force':
      return `${party} is not caught: the ${test.title} was ${period.state} on ${dayInWords(question.on)}.${byShares === 'not caught' ? '' : ' By its shares it would have been caught or open.'}`;
    case 'not known':
      if (byShares !== 'not caught') {
        return `Undetermined: by its shares ${party} would be ${byShares}, but whether the ${test.title} applied on ${dayInWords(question.on)} is not known.`;
      }
      break;
    case 'in force':
      break;
  }
  switch (result) {
    case 'caught':
      return `${party} is caught under the ${test.title}. ${last?.because ?? ''}`.trim();
    case 'undetermined':
      return `Undetermined under the ${test.title}. ${last?.because ?? ''}`.trim();
    case 'not caught':
      if (!question.limit)
        return `${party} is not caught. Only who is named on the list is reached, and ${party} is not.`;
      return `${party} is not caught under the ${test.title}. ${proof.steps[0]?.because ?? ''}`.trim();
  }
}

/** The proof drawn in words: one block a step, in the order of the argument. */
export function drawProof(verdict: Verdict, nameOf: (party: string) => string): readonly string[] {
  const lines: string[] = [];
  const listed = new Set<string>(verdict.proof.listed);
  if (verdict.proof.shows !== 'not caught' && listed.size > 0) {
    lines.push(`listed: ${verdict.proof.listed.map(nameOf).join(', ')}`);
  }
  for (const step of verdict.proof.steps) {
    for (const link of step.links) {
      const period = [link.from && `from ${link.from}`, link.until && `until ${link.until}`]
        .filter(Boolean)
        .join(' ');
      const what = link.share === '' ? link.kind : link.share;
      const details = [
        link.basis,
        period,
        link.source,
        link.verified,
        link.disputed && `disputed: ${link.disputed}`,
      ];
      lines.push(
        `  ${nameOf(link.owner)} --[ ${what} ]--> ${nameOf(link.owned)}   (${details.filter(Boolean).join('; ')})`,
      );
    }
    lines.push(`  ${step.because}`);
  }
  return lines;
}
