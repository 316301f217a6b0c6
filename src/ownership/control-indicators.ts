import { percentText } from '../model/share.ts';
import type { Findings } from './fixpoint.ts';
import { kindBits, statesActsFor, statesControl, statesSubsidiary } from './graph.ts';
import { partyAt, proofLink } from './proof-link.ts';
import { holdsOnDay, type QuestionOnDay } from './question-on-day.ts';
import type { ControlIndicator } from './verdict.ts';
import { indexText, votingPower } from './voting-power.ts';

/** Signs that a listed or reached party controls this one. They stand beside the result and are no part of it. */
export function controlIndicators(
  question: QuestionOnDay,
  findings: Findings,
  party: number,
  nameOf: (party: number) => string,
): readonly ControlIndicator[] {
  return [
    ...stated(question, findings, party, nameOf),
    ...besides(question, findings, party, nameOf),
    ...byVotes(question, findings, party, nameOf),
  ];
}

function stated(
  question: QuestionOnDay,
  findings: Findings,
  party: number,
  nameOf: (party: number) => string,
): readonly ControlIndicator[] {
  const { graph } = question;
  const indicators: ControlIndicator[] = [];
  for (let link = graph.inStart[party]!; link < graph.inStart[party + 1]!; link++) {
    const kind = graph.flags[link]! & kindBits;
    const owner = graph.owner[link]!;
    if (!holdsOnDay(question, link) || !findings.isPossible(owner)) continue;
    if (kind !== statesControl && kind !== statesSubsidiary && kind !== statesActsFor) continue;
    const note = graph.links?.[graph.row[link]!]?.note;
    const words =
      kind === statesControl
        ? 'is stated to control'
        : kind === statesSubsidiary
          ? 'is stated to be the parent of'
          : 'may have shares held by';
    indicators.push({
      indicator: kind === statesActsFor ? 'acts for' : 'stated control',
      holder: partyAt(graph, owner),
      party: partyAt(graph, party),
      text: `${nameOf(owner)} ${words} ${nameOf(party)}${note ? ` (${note})` : ''}.`,
      source: proofLink(graph, link).source,
    });
  }
  return indicators;
}

/** Offices and the like, of listed or reached persons. */
function besides(
  question: QuestionOnDay,
  findings: Findings,
  party: number,
  nameOf: (party: number) => string,
): readonly ControlIndicator[] {
  const { graph } = question;
  const id = partyAt(graph, party);
  const indicators: ControlIndicator[] = [];
  for (const link of graph.beside) {
    if (link.kind !== 'officer' || link.owned !== id) continue;
    const owner = graph.parties.find(link.owner);
    if (owner < 0 || !findings.isPossible(owner)) continue;
    if ((link.from && link.from > question.on) || (link.until && link.until < question.on)) continue;
    indicators.push({
      indicator: 'officer',
      holder: link.owner,
      party: id,
      text: `${nameOf(owner)} holds an office in ${nameOf(party)}${link.note ? ` (${link.note})` : ''}.`,
      source: link.provenance.source,
    });
  }
  return indicators;
}

function byVotes(
  question: QuestionOnDay,
  findings: Findings,
  party: number,
  nameOf: (party: number) => string,
): readonly ControlIndicator[] {
  const power = votingPower(question, party, findings);
  if (!power) return [];
  const { graph } = question;
  const holder = partyAt(graph, power.holders[0]!);
  const who = power.holders.map(nameOf).join(', ');
  const base = { holder, party: partyAt(graph, party) };
  const indices = { banzhaf: indexText(power.banzhaf), shapley: indexText(power.shapley) };
  const share = `${percentText(power.votes)} % of the ${percentText(power.named)} % whose holders are named`;
  const power_ = `Banzhaf ${indices.banzhaf}, Shapley-Shubik ${indices.shapley} percent`;
  const indicators: ControlIndicator[] = [];
  if (power.banzhaf === 1) {
    indicators.push({
      indicator: 'decides alone',
      ...base,
      ...indices,
      text: `${who}: ${share}; no others can outvote that (${power_}), if what nobody is named for is not voted.`,
    });
  } else if (power.banzhaf > 0) {
    indicators.push({
      indicator: 'voting power',
      ...base,
      ...indices,
      text: `${who}: ${share}; ${power_}, if what nobody is named for is not voted.`,
    });
  }
  if (power.isLargest) {
    indicators.push({
      indicator: 'largest holder',
      ...base,
      text: `${who}: larger than any other named holder of ${nameOf(party)}.`,
    });
  }
  return indicators;
}
