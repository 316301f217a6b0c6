import { type Day, type Finding, type ListVersion, moneyText, type Portfolio } from '../model/index.ts';
import { type DutyGroup, groupByDuty } from './duties.ts';
import { effectMark, html, type Markup, page, table } from './page.ts';
import { day } from './page-words.ts';

/** What a pack can be a draft for. */
export const evidenceForms = ['far-52.204-24', 'far-52.204-26', 'grant'] as const;
export type EvidenceForm = (typeof evidenceForms)[number];

export interface EvidenceInput {
  readonly form: EvidenceForm;
  readonly portfolio: Portfolio;
  readonly findings: readonly Finding[];
  /** Devices whose maker is not settled, with the cheapest check. */
  readonly unsettled: readonly {
    readonly label: string;
    readonly count: number;
    readonly question: string;
  }[];
  /** Rows of the user's files that could not be read. */
  readonly lostRows: number;
  readonly on: Day;
  readonly known: Day;
  readonly versions: readonly ListVersion[];
  readonly register: string;
  readonly engine: string;
  readonly regimeTitle: (id: string) => string;
  readonly caption: (party: string) => string;
}

interface FormWords {
  readonly title: string;
  readonly asks: string;
  readonly statements: readonly string[];
  /** Regimes that the form is about. */
  readonly regimes: readonly string[];
}

const words: Readonly<Record<EvidenceForm, FormWords>> = {
  'far-52.204-24': {
    title: 'Draft for the representation under FAR 52.204-24',
    asks: 'An offeror states for one offer whether it will provide, and after a reasonable inquiry whether it uses, covered telecommunications or video surveillance equipment or services, and discloses what it finds. Read the clause in force before you sign; this draft does not restate it.',
    statements: [
      'The offeror ☐ will ☐ will not provide covered equipment or services to the Government under this offer.',
      'After a reasonable inquiry, the offeror ☐ does ☐ does not use covered equipment or services, or anything that uses them.',
    ],
    regimes: ['us-ndaa-889'],
  },
  'far-52.204-26': {
    title: 'Draft for the yearly representation under FAR 52.204-26',
    asks: 'A contractor states once a year whether it provides, and after a reasonable inquiry whether it uses, covered telecommunications or video surveillance equipment or services. Read the clause in force before you sign; this draft does not restate it.',
    statements: [
      'The contractor ☐ does ☐ does not provide covered equipment or services as part of what it offers the Government.',
      'After a reasonable inquiry, the contractor ☐ does ☐ does not use covered equipment or services, or anything that uses them.',
    ],
    regimes: ['us-ndaa-889'],
  },
  grant: {
    title: 'Draft for an attestation under a federal grant (2 CFR 200.216)',
    asks: 'A recipient of federal money may not spend it to buy or renew covered equipment or services. Equipment bought earlier with other money is not the subject; whether a given cost is allowable is for the awarding agency.',
    statements: [
      'Award money ☐ has ☐ has not been used to buy, extend or renew covered equipment or services since the rule applied to the award.',
      'What is named under “What was found” was bought with: ____________________',
    ],
    regimes: ['us-ndaa-889'],
  },
};

/**
 * A draft for a person to check and sign: what was looked at, what was found, what is undecided and what was not
 * looked at. It is no certificate, ticks no box and names no signer. The same input gives the same bytes.
 */
export function evidencePackHtml(input: EvidenceInput): string {
  const { form, portfolio, on, known } = input;
  const { title, asks, statements, regimes } = words[form];
  const isAbout = (finding: Finding) =>
    finding.answer.provisions.some(({ regime }) => regimes.includes(regime)) && finding.effect !== 'allowed';
  const about = groupByDuty(input.findings.filter(isAbout));
  const other = groupByDuty(input.findings.filter((finding) => !isAbout(finding)));
  const body = html`<header><p class="eyebrow">Aftershock · evidence pack · ${portfolio.title}</p><h1>${title}</h1></header>
<p class="notice"><strong>A draft, not a certificate.</strong> A person who knows the organisation has to check it, complete it and sign it. No box is ticked here. What does not appear below is not cleared. No legal advice.${portfolio.invented ? ' The portfolio is invented for demonstration.' : ''}</p>
<p class="lead">On ${day(on)}, with what had been published by ${day(known)}: ${about.length === 0 ? 'nothing that falls under this rule was found in the files given.' : `${itemsOf(about)} things in the files given may fall under this rule.`} ${input.unsettled.length === 0 ? '' : `For ${input.unsettled.reduce((sum, { count }) => sum + count, 0)} devices the maker is not settled.`}</p>
<h2>What is to be stated</h2><p>${asks}</p><ol>${statements.map((text) => html`<li>${text}</li>`)}</ol>
<table class="signature"><tbody><tr><th scope="row">Name and office</th><td></td></tr><tr><th scope="row">Signature</th><td></td></tr><tr><th scope="row">Day</th><td></td></tr></tbody></table>
<h2>What was looked at</h2>${table(
    'Files, as they were given',
    ['File', 'Read as', 'Rows', 'sha256', 'Remarks'],
    portfolio.files.map((file) => [
      html`<bdi>${file.file}</bdi>`,
      file.reader,
      file.rows,
      html`<code>${file.sha256.slice(0, 16)}</code>`,
      file.notices.slice(0, 3).join(' '),
    ]),
    [2],
  )}<p>${portfolio.assets.length} things in all: ${kindsOf(portfolio)}. ${input.lostRows === 0 ? 'Every row was used.' : `${input.lostRows} rows could not be used.`}</p>
<h2>What was found</h2>${about.length === 0 ? html`<p>Nothing under this rule. That is a statement about the files given, not about the organisation.</p>` : foundTable('Under this rule', about, input)}
${other.length === 0 ? '' : html`<h3>Under other rules</h3><p>Outside the statement above, and said so that nobody learns of it later.</p>${foundTable('Under other rules', other.slice(0, 40), input)}`}
<h2>What is undecided</h2>${
    input.unsettled.length === 0
      ? html`<p>No device of which the maker is not settled.</p>`
      : table(
          'Makers that are not settled, with the cheapest check',
          ['Check', 'Devices', 'Such as'],
          checksOf(input.unsettled),
          [1],
        )
  }
<h2>What was not looked at</h2><ul><li>Equipment that stands in none of the files above, and equipment of suppliers and subcontractors.</li><li>Parts inside equipment: a device of one maker may hold components of another.</li><li>Services, unless they stand in the files as vendors or contracts.</li><li>Whether an exception, a waiver or a transition period of your own applies.</li></ul>
<h2>Method and sources</h2><p>Makers were inferred from brand, model, hardware address and other evidence, each with its weight; ownership by each regime’s own test. Register ${input.register.slice(0, 16)}, engine ${input.engine}.</p>${
    input.versions.length === 0
      ? html`<p>The casebook alone was used; no official list was held.</p>`
      : table(
          'List versions',
          ['List', 'Published', 'sha256'],
          input.versions.map(({ source, published, sha256 }) => [
            source,
            day(published),
            html`<code>${sha256.slice(0, 16)}</code>`,
          ]),
        )
  }`;
  return page(`${title}: ${portfolio.title}`, body);
}

function itemsOf(groups: readonly DutyGroup[]): number {
  return new Set(groups.flatMap(({ assets }) => assets)).size;
}

function kindsOf({ assets }: Portfolio): string {
  const counts = new Map<string, number>();
  for (const { kind } of assets) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, count]) => `${count} ${kind}${count === 1 ? '' : 's'}`)
    .join(', ');
}

function foundTable(caption: string, groups: readonly DutyGroup[], input: EvidenceInput): Markup {
  return table(
    caption,
    ['What', 'To do', 'Dealing', 'Effect', 'Items', 'Value', 'Why'],
    groups.map(({ duty, finding, assets, count, values }) => {
      const provision = finding.answer.provisions[0];
      return [
        html`<bdi>${finding.assetKind === 'device' ? `Devices made by ${input.caption(finding.touch.party)}` : finding.label}</bdi><br><small>${finding.touch.confidence} match: ${assets.slice(0, 6).join(', ')}${assets.length > 6 ? ` and ${assets.length - 6} more` : ''}</small>`,
        duty,
        finding.activity,
        effectMark(finding.effect),
        count,
        values.length === 0 ? 'not known' : values.map((value) => moneyText(value, true)).join(' + '),
        provision
          ? html`${provision.because}<br><small>${provision.citation} · ${input.regimeTitle(provision.regime)}</small>${provision.verified === 'verified' ? '' : html` <span class="flag">${provision.verified}</span>`}`
          : finding.answer.plain,
      ];
    }),
    [4, 5],
  );
}

function checksOf(unsettled: EvidenceInput['unsettled']): [string, number, string][] {
  const groups = new Map<string, { count: number; labels: Set<string> }>();
  for (const { question, count, label } of unsettled) {
    const group = groups.get(question) ?? { count: 0, labels: new Set<string>() };
    group.count += count;
    group.labels.add(label);
    groups.set(question, group);
  }
  return [...groups]
    .sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1))
    .map(([question, { count, labels }]) => [question, count, [...labels].sort().slice(0, 5).join(', ')]);
}
