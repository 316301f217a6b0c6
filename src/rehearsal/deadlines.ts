import { type Asset, addDays, dayInWords, type Portfolio } from '../model/index.ts';
import { addBusinessDays } from './business-days.ts';
import type { Change, Deadline } from './rehearsal.ts';
import type { Scenario } from './scenario.ts';

/**
 * What has to be done by when: licences that end, reports that fall due, and the user's own contracts, renewals and
 * payments that the changes touch. Only days from the scenario's day on. In order of day.
 */
export function deadlinesOf(
  portfolio: Portfolio,
  scenario: Scenario,
  changes: readonly Change[],
): Deadline[] {
  const changed = new Map<string, Change>();
  for (const change of changes)
    if (change.direction === 'stricter' && !changed.has(change.asset)) changed.set(change.asset, change);
  const deadlines = [...licenceEnds(scenario), ...reports(changes)];
  for (const asset of portfolio.assets) {
    const change = changed.get(asset.id);
    if (change) deadlines.push(...ownDays(asset, change));
  }
  return deadlines
    .filter((deadline) => deadline.day >= scenario.on)
    .sort((a, b) =>
      a.day < b.day ? -1 : a.day > b.day ? 1 : a.what < b.what ? -1 : a.what > b.what ? 1 : 0,
    );
}

function licenceEnds(scenario: Scenario): Deadline[] {
  return scenario.assumptions.flatMap(({ assumption }): Deadline[] => {
    if (assumption.kind !== 'licence') return [];
    const scope =
      assumption.covers === 'owned entities only'
        ? 'It covers owned entities only, not the listed party itself.'
        : '';
    return [
      {
        day: assumption.until,
        what: `${assumption.name} ends (assumed)`,
        why: ['Dealings under it must be finished.', scope, assumption.conditions].filter(Boolean).join(' '),
        ...(assumption.precedent === undefined ? {} : { citation: assumption.precedent }),
      },
    ];
  });
}

/** Initial reports on blocked property and rejected transactions are due within 10 business days (31 CFR 501.603, 501.604). */
function reports(changes: readonly Change[]): Deadline[] {
  const blockedDays = new Set(
    changes
      .filter((change) => change.after === 'blocked' && change.regime.startsWith('us-'))
      .map((change) => change.from),
  );
  return [...blockedDays].sort().map((day) => ({
    day: addBusinessDays(day, 10),
    what: 'First report of blocked property and rejected transactions is due to OFAC',
    why: `Ten business days after ${dayInWords(day)}, federal holidays left out, for whatever is blocked or rejected on that day; each later blocking starts its own ten days.`,
    citation: '31 CFR 501.603, 501.604 (from memory)',
  }));
}

function ownDays(asset: Asset, change: Change): Deadline[] {
  const value = change.value === undefined ? {} : { value: change.value };
  const because = `${change.before} becomes ${change.after}: ${change.because}`;
  switch (asset.kind) {
    case 'contract': {
      const deadlines: Deadline[] = [];
      if (asset.end && asset.noticeDays !== undefined) {
        deadlines.push({
          day: addDays(asset.end, -asset.noticeDays),
          what: `Last day to give notice: ${asset.title}`,
          why: because,
          asset: asset.id,
          ...value,
        });
      }
      if (asset.renewal)
        deadlines.push({
          day: asset.renewal,
          what: `Renewal falls due: ${asset.title}`,
          why: because,
          asset: asset.id,
          ...value,
        });
      if (asset.end)
        deadlines.push({
          day: asset.end,
          what: `Contract ends: ${asset.title}`,
          why: because,
          asset: asset.id,
          ...value,
        });
      return deadlines;
    }
    case 'payment':
      return asset.due
        ? [
            {
              day: asset.due,
              what: `Payment falls due: ${change.label}`,
              why: because,
              asset: asset.id,
              ...value,
            },
          ]
        : [];
    case 'device':
    case 'vendor':
    case 'holding':
      return [];
  }
}
