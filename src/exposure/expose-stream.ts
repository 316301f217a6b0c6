import type { Actor, Answer, Asset, Day, Device, Finding, PartyId, Portfolio } from '../model/index.ts';
import type { FactNotice } from './circumstances.ts';
import type { DutyGroup } from './duty-line.ts';
import { createDutyTally, type TallyState } from './duty-tally.ts';
import {
  type Ask,
  createQuestionCollector,
  createToucher,
  type ExposeOptions,
  findingOf,
  isFinding,
} from './expose.ts';
import { type Knowledge, type MakerFinding, type Unsettled, unsettledDevice } from './touch.ts';

export interface StreamedExposure {
  /** Finds what one asset touches, asks the law about it (each distinct question once), and counts it at its place. */
  add(
    asset: Asset,
    at?: number,
  ): { readonly findings: readonly Finding[]; readonly unsettled: Unsettled | undefined };
  groups(): DutyGroup[];
  state(): TallyState;
  notices(): readonly FactNotice[];
  readonly assets: number;
  /** Assets that touch a party known here. */
  readonly touched: number;
  /** Distinct questions put to the law. */
  readonly questions: number;
}

/**
 * The join for inventories of any length: assets are taken one by one, only counts and distinct questions are held. The
 * knowledge given should not keep what it identified.
 */
export function streamExposure(input: {
  readonly portfolio: Pick<Portfolio, 'facts' | 'sites'> & { readonly actor: Actor };
  readonly knowledge: Knowledge;
  readonly ask: Ask;
  readonly on: Day;
  readonly options?: ExposeOptions;
}): StreamedExposure {
  const { portfolio, ask, on } = input;
  const knowledge = rememberingLast(input.knowledge);
  const toucher = createToucher(portfolio, knowledge);
  const collector = createQuestionCollector(portfolio.actor, input.options);
  const answers: Answer[] = [];
  const tally = createDutyTally((party: PartyId) => knowledge.caption(party));
  const answerTo = (number: number): Answer => {
    const known = answers[number];
    if (known) return known;
    const answer = ask({ ...collector.questions[number]!, on });
    answers[number] = answer;
    return answer;
  };
  let assets = 0;
  let touchedAssets = 0;
  return {
    add(asset, at) {
      assets++;
      const findings: Finding[] = [];
      for (const touched of toucher.touch(asset)) {
        for (const dealing of collector.dealings(touched)) {
          const answer = answerTo(dealing.question);
          if (isFinding(dealing.touch, answer)) findings.push(findingOf(dealing, answer));
        }
      }
      if (findings.length > 0) touchedAssets++;
      const unsettled = unsettledDevice(asset, knowledge);
      tally.add(findings, unsettled, at);
      return { findings, unsettled };
    },
    groups: () => tally.groups(),
    state: () => tally.state(),
    notices: () => toucher.notices(),
    get assets() {
      return assets;
    },
    get touched() {
      return touchedAssets;
    },
    get questions() {
      return collector.questions.length;
    },
  };
}

/** One device is looked at from several sides in a row; it is identified once. */
function rememberingLast(knowledge: Knowledge): Knowledge {
  let last: { device: Device; found: MakerFinding } | undefined;
  return {
    ...knowledge,
    identify(device) {
      if (last?.device !== device) last = { device, found: knowledge.identify(device) };
      return last.found;
    },
  };
}
