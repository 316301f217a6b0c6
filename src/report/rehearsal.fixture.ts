import type { Day, PartyId } from '../model/index.ts';
import type { Change, Rehearsal } from '../rehearsal/index.ts';

/** A name that would do harm wherever markup, a formula or a file format is not guarded. */
export const hostileName = '=cmd()<script>alert("1")</script>&\r\n,"';

export function change(values: Partial<Change> = {}): Change {
  return {
    id: 'D1/maker/maker/use',
    asset: 'D1',
    assetKind: 'device',
    label: 'Brand X1',
    count: 2,
    value: { minor: 12_345, currency: 'USD' },
    activity: 'use',
    party: 'maker' as PartyId,
    confidence: 'certain',
    before: 'allowed',
    after: 'prohibited',
    direction: 'stricter',
    from: '2022-06-01' as Day,
    later: [],
    because: 'Nobody may use it.',
    citation: '31 CFR 583.201',
    regime: 'us-ofac-sdn-glomag',
    path: [{ from: 'Brand', relation: 'made by', to: 'Maker' }],
    verified: 'verified',
    ...values,
  };
}

const noCost = { devices: 0, priced: 0, notKnown: 0, low: [], high: [] };

/** A small rehearsal, whole in every field. */
export function rehearsal(
  changes: readonly Change[] = [change()],
  values: Partial<Rehearsal> = {},
): Rehearsal {
  return {
    portfolio: {
      id: 'school',
      title: 'A school',
      invented: true,
      actor: { jurisdictions: ['us'], roles: ['end user'] },
      assets: 10,
      sites: [],
    },
    scenario: {
      id: 'test',
      title: 'Maker on the SDN list',
      on: '2022-06-01' as Day,
      assumptions: ['maker listed'],
    },
    known: '2026-01-01' as Day,
    keyDays: [{ day: '2022-06-01' as Day, what: 'the day rehearsed' }],
    before: {
      on: '2022-06-01' as Day,
      effects: [{ effect: 'allowed', assets: 1, onlyPossible: 0, count: 2 }],
    },
    after: {
      on: '2022-06-01' as Day,
      effects: [{ effect: 'prohibited', assets: 1, onlyPossible: 0, count: 2 }],
    },
    changes,
    totals: {
      assets: 10,
      touched: 1,
      changedAssets: new Set(changes.map(({ asset }) => asset)).size,
      changedDealings: changes.length,
      otherReasonAssets: 0,
      devices: 2,
      values: [{ minor: 12_345, currency: 'USD' }],
      byKind: [
        {
          kind: 'device',
          assets: 1,
          count: 2,
          values: [{ minor: 12_345, currency: 'USD' }],
          withoutValue: 0,
        },
      ],
      byEffect: [
        {
          effect: 'prohibited',
          dealings: 1,
          assets: 1,
          count: 2,
          values: [{ minor: 12_345, currency: 'USD' }],
        },
      ],
      byRegime: [],
      bySite: [],
      payments: [],
    },
    money: {
      atStake: [],
      payments: [],
      holdings: [],
      volumeShare: 20,
      replacement: { changed: noCost, forced: noCost, bySite: [], prices: [] },
      assumptions: [],
    },
    cleared: [],
    reached: [],
    deadlines: [],
    undetermined: [],
    unsettled: [],
    substitutes: [],
    next: [],
    sensitivity: [],
    notForbidden: [],
    sources: [],
    versions: [],
    register: 'a'.repeat(64),
    engine: '0.1.0',
    ...values,
  };
}
