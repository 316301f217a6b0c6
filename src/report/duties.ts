import { type Finding, gravity, type Money, sumMoney } from '../model/index.ts';

/** What one has to do about findings, in the order in which one would do it. */
export const duties = ['remove', 'stop', 'divest', 'ask for a licence', 'disclose', 'find out'] as const;
export type Duty = (typeof duties)[number];

/** Findings with one duty that differ only in the asset. */
export interface DutyGroup {
  readonly duty: Duty;
  readonly finding: Finding;
  readonly assets: readonly string[];
  readonly count: number;
  readonly values: readonly Money[];
}

/** What a finding asks of the user; nothing where the dealing is allowed. */
export function dutyOf({ effect, activity, touch }: Finding): Duty | undefined {
  switch (effect) {
    case 'allowed':
      return undefined;
    case 'undetermined':
    case 'red flag':
      return 'find out';
    case 'licence required':
      return 'ask for a licence';
    case 'disclosure required':
      return 'disclose';
    case 'removal required':
      return 'remove';
    case 'blocked':
    case 'prohibited':
    case 'not authorised':
    case 'ineligible':
    case 'rebuttable presumption':
      // A match that is only possible is checked before anything else is done about it.
      if (touch.confidence === 'possible') return 'find out';
      if (activity === 'use' || activity === 'maintain') return 'remove';
      return activity.endsWith('securities') ? 'divest' : 'stop';
  }
}

/** Findings by what has to be done, the gravest and largest first within each duty. */
export function groupByDuty(findings: readonly Finding[]): DutyGroup[] {
  const groups = new Map<string, { duty: Duty; members: Finding[] }>();
  for (const finding of findings) {
    const duty = dutyOf(finding);
    if (duty === undefined) continue;
    const provision = finding.answer.provisions[0];
    const key = JSON.stringify([
      duty,
      finding.assetKind === 'device' ? '' : finding.label,
      finding.assetKind,
      finding.activity,
      finding.effect,
      finding.touch.party,
      finding.touch.confidence,
      provision?.regime,
    ]);
    const group = groups.get(key);
    if (group) group.members.push(finding);
    else groups.set(key, { duty, members: [finding] });
  }
  return [...groups.values()]
    .map(({ duty, members }) => {
      const once = [...new Map(members.map((finding) => [finding.asset, finding])).values()];
      return {
        duty,
        finding: members[0]!,
        assets: once.map(({ asset }) => asset),
        count: once.reduce((sum, { count }) => sum + count, 0),
        values: sumMoney(once.flatMap(({ value }) => value ?? [])),
      };
    })
    .sort(
      (a, b) =>
        duties.indexOf(a.duty) - duties.indexOf(b.duty) ||
        gravity(b.finding.effect) - gravity(a.finding.effect) ||
        b.count - a.count ||
        (a.finding.id < b.finding.id ? -1 : 1),
    );
}
