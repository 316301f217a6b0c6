import type { PartyPage, ShownLink, ShownListing } from '../../../casebook/index.ts';
import type { Namesake } from '../../../engine/namesakes.ts';
import {
  type BrandFact,
  type CaseEvent,
  dayInWords,
  type Identifier,
  type Party,
  type Provenance,
} from '../../../model/index.ts';
import { displayWidth, styled, wrap } from '../../terminal.ts';

/** A line of the page: what stands in the first column, what beside it, and lines below that. */
interface Line {
  readonly first?: string;
  readonly text: string;
  readonly below?: readonly string[];
}

/** The page of a party as text for a terminal or a pipe. */
export function pageText(page: PartyPage, namesakes: readonly Namesake[]): string {
  const { party } = page;
  return [
    `${styled('bold', party.caption)}  (${party.id})\n`,
    `${factsOf(party).join(', ')}\nOn ${dayInWords(page.on)}, with what was known on ${dayInWords(page.known)}.\n`,
    section('Listings in force', page.inForce.map(listing), 'none found'),
    section('Not known whether in force: the list gives no day of listing', page.notKnown.map(listing)),
    section('Listings that had ended', page.ended.map(listing)),
    section(
      'Listed under nearly the same name and kept apart: whether they are the same is not known',
      namesakes.map(({ party: id, caption, listedOn }) => ({
        text: `${caption} (${id}), ${listedOn.join(', ')}`,
      })),
    ),
    section(
      'Names',
      onceOnly(party.names, ({ text }) => text).map(({ kind, text, provenance }) => ({
        first: kind,
        text: text + flag(provenance),
      })),
    ),
    section('Identifiers', party.identifiers.map(identifier)),
    section(
      'Addresses',
      onceOnly(party.addresses, ({ full }) => full).map(({ full, provenance }) => ({
        text: full + flag(provenance),
      })),
    ),
    section('Owners and others behind it', relations(page.owners, page)),
    section('What it owns or stands behind', relations(page.owned, page)),
    section('Brands of its making', brands(page.brands)),
    section('Marks on devices', marks(page.marks)),
    section('Timeline', page.timeline.map(event)),
    section('Ahead', page.ahead.map(event)),
    section(
      'Notes',
      page.notes.map((text) => ({ text })),
    ),
    section(
      'Brought together',
      page.merges.map(({ member, reason }) => ({ text: `${member}: ${reason}` })),
    ),
    section(
      'Sources',
      Object.entries(page.sources).map(([code, title]) => ({ first: code, text: title })),
    ),
  ].join('');
}

function factsOf(party: Party): string[] {
  return [
    party.schema,
    ...party.countries.map((code) => code.toUpperCase()),
    ...(party.founded ? [`founded ${party.founded.text}`] : []),
    ...party.birthDates.map(({ text }) => `born ${text}`),
  ];
}

const width = 108;

function section(title: string, lines: readonly Line[], nothing?: string): string {
  const shown = lines.length === 0 && nothing !== undefined ? [{ text: nothing }] : lines;
  if (shown.length === 0) return '';
  const column = Math.max(
    0,
    ...shown.map(({ first }) => (first === undefined ? 0 : displayWidth(first) + 2)),
  );
  return `\n${styled('bold', title)}\n${shown.map((line) => lineText(line, column)).join('')}`;
}

function lineText({ first = '', text, below = [] }: Line, column: number): string {
  const indent = ' '.repeat(2 + column);
  const body = column === 0 ? hanging(text) : wrap(text, width, indent);
  const head = `  ${first}${' '.repeat(Math.max(0, column - displayWidth(first)))}${body.slice(2 + column)}`;
  return head + below.map((line) => wrap(line, width, `${indent}${column === 0 ? '    ' : ''}`)).join('');
}

/** Breaks a long line; what follows its first line is indented further. */
function hanging(text: string): string {
  return wrap(text, width, '  ', '      ');
}

function identifier({ kind, value, issuer, label, provenance }: Identifier): Line {
  return {
    first: `${label ?? kind}${issuer === undefined ? '' : ` (${issuer})`}`,
    text: value + flag(provenance),
  };
}

function listing(shown: ShownListing): Line {
  const { listing: entry } = shown;
  const from = entry.from ?? (entry.seen === undefined ? 'day not stated' : `seen ${entry.seen}`);
  const until =
    entry.until === undefined ? '' : ` to ${entry.until}${entry.untilInferred ? ' (inferred)' : ''}`;
  return {
    first: `${from}${until}`,
    text: `${shown.regime} (${entry.regime}), ${entry.citation}${flag(entry.provenance)}`,
    below: [
      ...(entry.from !== undefined || entry.absent === undefined ? [] : [`not there on ${entry.absent}`]),
      ...(entry.basis === 'derived' ? ['not named itself: member of a class that the list names'] : []),
      ...(entry.sourceEntry ? [entry.sourceEntry, ...(entry.otherEntries ?? [])] : []).map(
        ({ source, entry: id }) => `entry ${id} of ${source}`,
      ),
      ...(entry.programs.length > 0 ? [`programmes: ${entry.programs.join(', ')}`] : []),
      ...(entry.policy === undefined ? [] : [`review policy: ${entry.policy}`]),
      ...(entry.requirement === undefined ? [] : [`requirement: ${entry.requirement}`]),
      ...Object.entries(shown.come).map(([what, day]) => `${what} ${day}`),
      ...Object.entries(shown.ahead).map(([what, day]) => `ahead: ${what} ${day}`),
      ...(entry.remarks === undefined ? [] : [entry.remarks]),
      ...weakerFields(shown),
    ],
  };
}

const fieldWords: Readonly<Record<string, string>> = { from: 'first day', until: 'last day' };

/** Fields shown of a listing whose flag is another than that of the listing. */
function weakerFields({ listing: entry, come, ahead }: ShownListing): string[] {
  const isShown: Readonly<Record<string, boolean>> = {
    programs: entry.programs.length > 0,
    dates: Object.keys(come).length + Object.keys(ahead).length > 0,
    remarks: entry.remarks !== undefined,
    until: entry.until !== undefined,
  };
  return Object.entries(entry.fieldProvenance ?? {})
    .filter(([field, { verified }]) => isShown[field] !== false && verified !== entry.provenance.verified)
    .map(([field, provenance]) => `the ${fieldWords[field] ?? field}:${flag(provenance)}`);
}

/** Facts that say the same but for capitals once: those of the casebook stand first and carry their flag. */
function onceOnly<Fact>(facts: readonly Fact[], textOf: (fact: Fact) => string): Fact[] {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    const key = textOf(fact).toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * One paragraph for each party at the other end, with every statement about it. What was stated for later days only is
 * no statement about this one and goes to a last line.
 */
function relations(links: readonly ShownLink[], page: PartyPage): Line[] {
  const then = links.filter(({ statedLater }) => !statedLater);
  const parties = new Set(then.map(({ other }) => other));
  const later = links.filter(({ other, statedLater }) => statedLater && !parties.has(other));
  const lines = [...Map.groupBy(then, ({ other }) => other).values()].map(([first, ...more]): Line => {
    const about = details(first!, page);
    return {
      first: shareOf(first!),
      text: `${first!.caption} (${first!.other})${about === '' ? '' : `, ${about}`}${flag(first!.link.provenance)}`,
      below: [
        ...noteOf(first!),
        ...more.flatMap((row) => [
          `also: ${[shareOf(row), details(row, page)].filter(Boolean).join(', ')}${flag(row.link.provenance)}`,
          ...noteOf(row),
        ]),
      ],
    };
  });
  if (later.length === 0) return lines;
  const names = [...Map.groupBy(later, ({ other }) => other).values()].map(
    ([row]) => `${row!.caption}, ${shareOf(row!)} in ${row!.link.asOf}`,
  );
  return [...lines, { text: `Stated for later days only, so not known for this one: ${names.join('; ')}.` }];
}

function shareOf({ link, share }: ShownLink): string {
  return link.kind === 'ownership'
    ? (share ?? 'unknown share')
    : [link.kind, share].filter(Boolean).join(' ');
}

function details({ link }: ShownLink, page: PartyPage): string {
  return [
    link.from && `from ${link.from}`,
    link.until && link.until <= page.on && `to ${link.until}`,
    link.asOf && `stated for ${link.asOf}`,
    link.disputed && `disputed: ${link.disputed}`,
  ]
    .filter(Boolean)
    .join(', ');
}

function noteOf({ link }: ShownLink): string[] {
  return link.note === undefined ? [] : [link.note];
}

/** Brands with a source one by one, and those without in one line. */
function brands(all: readonly BrandFact[]): Line[] {
  const sourced = all.filter(({ grade }) => grade !== 'D');
  const leads = all.filter(({ grade }) => grade === 'D').map(({ brand }) => brand);
  return [
    ...sourced.map(
      ({ brand, relation, grade, models, from, until, status, provenance }): Line => ({
        first: brand,
        text: `${[
          relation,
          `grade ${grade}`,
          models && `models ${models}`,
          from && `from ${from}`,
          until && `to ${until}`,
          status === 'disputed' && 'disputed',
        ]
          .filter(Boolean)
          .join(', ')}${flag(provenance)}`,
      }),
    ),
    ...(leads.length > 0 ? [{ first: 'leads, grade D', text: `${leads.join('; ')} [from memory]` }] : []),
  ];
}

function marks(counts: Readonly<Record<string, number>>): Line[] {
  const parts = Object.entries(counts).map(([kind, count]) => `${kind} ${count}`);
  return parts.length === 0 ? [] : [{ text: parts.sort().join(', ') }];
}

function event({ day, status, text, provenance }: CaseEvent): Line {
  return { first: day.text, text: `${status}: ${text}${flag(provenance)}` };
}

/** The flag that travels with a fact: where from, or that nobody looked it up. */
function flag(provenance: Provenance | undefined): string {
  if (!provenance) return '';
  const { source, verified } = provenance;
  return verified === 'from memory' ? ' [from memory]' : ` [${verified}: ${source}]`;
}
