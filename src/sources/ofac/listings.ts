import type { Day } from '../../model/day.ts';
import type { RecordListing } from '../../model/source-record.ts';
import { addAttribute, type Draft, regime } from '../record-draft.ts';
import table from './regimes.json' with { type: 'json' };
import type { RemarkDate } from './remarks.ts';

/** Which of OFAC's two publications a file is: the SDN list, or the consolidated list of all others. */
export type OfacList = 'sdn' | 'consolidated';

const programs: Readonly<Record<string, string>> = table.programs;
const directives: Readonly<Record<string, Readonly<Record<string, string>>>> = table.directives;
const lists: Readonly<Record<string, string>> = table.lists;

/** Regimes that entries of the two publications can stand under. */
export const sdnRegimes = ['us-ofac-sdn', 'us-ofac-sdn-glomag'] as const;
export const consolidatedRegimes = [
  ...new Set([
    ...Object.values(programs),
    ...Object.values(directives['RUSSIA-EO14024'] ?? {}),
    'us-ofac-non-sdn',
  ]),
].sort();

/** The regime of one of OFAC's lists by its title in the XML files; nothing for `Consolidated List`, which holds them all. */
export function regimeOfList(title: string): string | undefined {
  return lists[title.trim()];
}

/**
 * The programmes of an entry that belong to one of its regimes: the XML forms repeat all of them on each list. Where none
 * can be told to belong, all are kept.
 */
export function programsOfRegime(id: string, tags: readonly string[]): readonly string[] {
  const own =
    id === 'us-ofac-sdn'
      ? tags.filter((tag) => !table.nonSdnOnly.includes(tag))
      : tags.filter((tag) => programs[tag] === id || Object.values(directives[tag] ?? {}).includes(id));
  return own.length > 0 ? own : tags;
}

/** Several programmes stand in one field of the legacy files as `GLOMAG] [UHRPA`. */
export function splitPrograms(text: string): string[] {
  return text
    .split(/\]\s*\[/)
    .map((tag) => tag.replace(/^\[|\]$/g, '').trim())
    .filter((tag) => tag !== '');
}

/**
 * Adds one listing for each regime that the programmes of the entry stand for. The Global Magnitsky programme is a regime
 * of its own. An entry of the consolidated list carries the tags of all its listings, those of the SDN list too: tags
 * that no list of the publication accounts for are kept as attribute `programs of other lists`.
 */
export function addListings(
  draft: Draft,
  list: OfacList,
  tags: readonly string[],
  dates: readonly RemarkDate[] = [],
): void {
  const byRegime = new Map<string, string[]>();
  const others: string[] = [];
  for (const tag of tags) {
    const ids = list === 'sdn' ? sdnRegime(tag, tags) : consolidatedRegimesOf(tag, draft, dates);
    for (const id of ids) byRegime.set(id, [...(byRegime.get(id) ?? []), tag]);
    if (ids.length === 0) others.push(tag);
  }
  if (byRegime.size === 0) {
    byRegime.set(list === 'sdn' ? 'us-ofac-sdn' : 'us-ofac-non-sdn', others.splice(0));
  }
  for (const tag of others) addAttribute(draft, 'programs of other lists', tag);
  for (const id of [...byRegime.keys()].sort()) {
    draft.listings.push(ofacListing(draft, id, byRegime.get(id)!, dates));
  }
  for (const date of dates) addAttribute(draft, 'dates', `${date.what} (${date.of}) ${date.day}`);
}

/** The days in the remarks that belong to a regime, put on its listing under the words of the casebook. */
export function ofacListing(
  draft: Draft,
  id: string,
  tags: readonly string[],
  dates: readonly RemarkDate[],
  from?: Day,
): RecordListing {
  const own = dates.filter((date) => isDateOf(date, id));
  const named: Record<string, Day> = {};
  for (const date of own) {
    const several = own.filter((other) => other.what === date.what).length > 1;
    const word = dateWords[date.what] ?? date.what;
    named[several ? `${word} (${date.of})` : word] = date.day;
  }
  const listed = own.filter((date) => date.what === 'Listing Date').map((date) => date.day);
  const first = from ?? listed.sort()[0];
  const requirement = requirementOf(draft, id);
  return {
    regime: regime(id),
    ...(first ? { from: first } : {}),
    programs: tags,
    ...(requirement ? { requirement } : {}),
    ...(own.length > 0 ? { dates: named } : {}),
  };
}

const dateWords: Readonly<Record<string, string>> = {
  'Listing Date': 'listed',
  'Effective Date': 'effective',
  'Purchase/Sales For Divestment Date': 'divest by',
};

function isDateOf(date: RemarkDate, id: string): boolean {
  if (date.of === 'CMIC') return id === 'us-ns-cmic';
  const directive = /^EO (\d+) Directive (\w+)$/.exec(date.of);
  if (directive?.[1] === '14024') return directives['RUSSIA-EO14024']?.[directive[2]!] === id;
  if (directive?.[1] === '14014') return id === 'us-ofac-mbs';
  return false;
}

/** What the entry says is forbidden under the regime, in OFAC's words. */
function requirementOf(draft: Draft, id: string): string | undefined {
  const names = id === 'us-ofac-ssi' ? ['EO 13662 directive'] : id === 'us-ofac-mbs' ? menuAttributes : [];
  const text = names
    .flatMap((name) => draft.attributes[name] ?? [])
    .filter((line) => !/please visit/.test(line));
  return text.length > 0 ? text.join('; ') : undefined;
}

const menuAttributes = [
  'EO 14024 directive',
  'EO 14014 directive',
  'EO 14059 information',
  'CAATSA section 235',
];

function sdnRegime(tag: string, tags: readonly string[]): string[] {
  if (tag === 'GLOMAG') return ['us-ofac-sdn-glomag'];
  if (table.nonSdnOnly.includes(tag) && tags.some((other) => !table.nonSdnOnly.includes(other))) return [];
  return ['us-ofac-sdn'];
}

function consolidatedRegimesOf(tag: string, draft: Draft, dates: readonly RemarkDate[]): string[] {
  const byDirective = directives[tag];
  if (!byDirective) return programs[tag] ? [programs[tag]] : [];
  const number = /EO(\d+)$/.exec(tag)?.[1];
  const named = new Set<string>();
  for (const date of dates) {
    const directive = new RegExp(`^EO ${number} Directive (\\w+)$`).exec(date.of)?.[1];
    if (directive && byDirective[directive]) named.add(byDirective[directive]);
  }
  for (const line of draft.attributes[`EO ${number} directive`] ?? []) {
    const directive = /^(?:Subject to )?Directive (\w+)/.exec(line)?.[1];
    if (directive && byDirective[directive]) named.add(byDirective[directive]);
  }
  return [...named].sort();
}
