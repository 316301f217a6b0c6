import { describe, expect, it } from 'vitest';
import type { Day } from '../model/index.ts';
import { change, hostileName, rehearsal } from './rehearsal.fixture.ts';
import { reportHtml } from './report.ts';
import type { ReportInput } from './report-input.ts';
import { valueByReason } from './value-by-reason.ts';

function input(values: Partial<ReportInput> = {}): ReportInput {
  return {
    rehearsals: [rehearsal()],
    supposed: ['Maker on SDN from 1 June 2022'],
    epicentre: 'Maker',
    observations: [],
    regimeTitle: (id) => id,
    bars: [{ label: 'SDN', kind: 'listing', from: '2022-06-01' as Day }],
    legalBases: [],
    counterMeasures: [],
    jurisdictionOf: () => 'us',
    ...values,
  };
}

describe('the report', () => {
  it('gives the same bytes for the same input', () => {
    expect(reportHtml(input())).toBe(reportHtml(input({ rehearsals: [structuredClone(rehearsal())] })));
  });

  it('is one file that asks nothing of any other, and runs nothing', () => {
    const text = reportHtml(input());
    expect(text).not.toMatch(/<script|<link|<img|@import|url\(\s*['"]?https?:/i);
    expect(text).not.toMatch(/\son\w+=/);
  });

  it('shows every change with its citation', () => {
    const changes = ['31 CFR 583.201', 'FAR 52.204-25', 'SI 2020/680'].map((citation, at) =>
      change({ id: `c${at}`, asset: `A${at}`, assetKind: 'vendor', label: `Thing ${at}`, citation }),
    );
    const text = reportHtml(input({ rehearsals: [rehearsal(changes)] }));
    for (const { citation, label } of changes) {
      expect(text).toContain(citation);
      expect(text).toContain(label);
    }
  });

  it('says on its first page that nothing of it has happened, and flags what was not looked up', () => {
    const text = reportHtml(input({ rehearsals: [rehearsal([change({ verified: 'from memory' })])] }));
    expect(text).toContain('rehearsal of something that has not happened');
    expect(text).toContain('what does not appear here is not cleared');
    expect(text).toContain('class="flag">from memory');
  });

  it('escapes hostile names wherever they stand', () => {
    const hostile = rehearsal(
      [
        change({
          label: hostileName,
          because: hostileName,
          citation: hostileName,
          site: hostileName,
          path: [{ from: hostileName, relation: 'made by', to: hostileName }],
        }),
      ],
      {
        scenario: {
          id: 'x',
          title: hostileName,
          note: hostileName,
          on: '2022-06-01' as Day,
          assumptions: [hostileName],
        },
        deadlines: [{ day: '2022-07-01' as Day, kind: 'report', what: hostileName, why: hostileName }],
        notForbidden: [hostileName],
      },
    );
    const text = reportHtml(
      input({
        rehearsals: [hostile],
        epicentre: hostileName,
        bars: [
          { label: hostileName, kind: 'licence', from: '2022-06-01' as Day, until: '2022-08-01' as Day },
        ],
      }),
    );
    expect(text).not.toContain('<script');
    expect(text).not.toContain('alert("1")');
  });

  it('counts each asset once in the value by reason, so that the parts make the whole', () => {
    const rows = valueByReason([
      change({ id: '1', after: 'licence required', regime: 'us-bis-entity-list' }),
      change({ id: '2', after: 'blocked' }),
      change({ id: '3', asset: 'D2', after: 'blocked' }),
    ]);
    expect(rows).toEqual([
      {
        regime: 'us-ofac-sdn-glomag',
        effect: 'blocked',
        assets: 2,
        values: [{ minor: 24_690, currency: 'USD' }],
        valued: [2],
        withoutValue: 0,
      },
    ]);
  });
});
