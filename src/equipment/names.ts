import type { PartyId } from '../model/index.ts';
import table from './tables/names.json' with { type: 'json' };
import words from './tables/words.json' with { type: 'json' };

/** A name that stands on equipment: of a maker, or of a brand that somebody else makes for. */
export interface NameEntry {
  readonly name: string;
  readonly kind: 'maker' | 'brand';
  /** Casebook party, where it has one. */
  readonly party?: PartyId;
  /** Makers of one group share firmware and hardware; evidence for one is evidence for the group. */
  readonly group: string;
  readonly aliases: readonly string[];
  readonly registrants: readonly string[];
  /** Registrants under whose block it also ships: a former owner, a parent. */
  readonly ownerRegistrants: readonly string[];
  readonly signatures: readonly string[];
  /** Brand strings of the brand table that are about this name. */
  readonly facts: readonly string[];
  /** Only some of what is sold under it comes from the makers of its brand facts. */
  readonly partial: boolean;
  /** The brand printed on the unit, where this entry is one line of it. */
  readonly over?: string;
  /** Country where the maker itself mainly produces. */
  readonly home?: string;
  readonly caution?: string;
}

/** How a name was recognised in a text. */
export interface FoundName {
  readonly entry: NameEntry;
  readonly how: 'exact' | 'with product words' | 'misspelt';
}

/** Letters and digits of any script in lower case, single spaces: what names are compared by. */
export function nameKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const generic: ReadonlySet<string> = new Set([...words.generic, ...words.places]);
const notBrands: ReadonlySet<string> = new Set(words.notBrands.map((word) => nameKey(word)));
const common: ReadonlySet<string> = new Set(words.commonWords);

const entries: readonly NameEntry[] = (
  table.names as readonly {
    name: string;
    kind: string;
    party?: string;
    group?: string;
    aliases?: string[];
    registrants?: string[];
    ownerRegistrants?: string[];
    signatures?: string[];
    facts?: string[];
    partial?: boolean;
    over?: string;
    home?: string;
    caution?: string;
  }[]
).map((row) => ({
  name: row.name,
  kind: row.kind === 'maker' ? 'maker' : 'brand',
  // Party ids are plain strings in the table; the casebook check of the caller says whether they exist.
  ...(row.party ? { party: row.party as PartyId } : {}),
  group: row.group ?? row.name,
  aliases: row.aliases ?? [],
  registrants: row.registrants ?? [],
  ownerRegistrants: row.ownerRegistrants ?? [],
  signatures: row.signatures ?? [],
  facts: row.facts ?? [],
  partial: row.partial ?? false,
  ...(row.over ? { over: row.over } : {}),
  ...(row.home ? { home: row.home } : {}),
  ...(row.caution ? { caution: row.caution } : {}),
}));

const byAlias = new Map<string, NameEntry>();
const bySignature = new Map<string, NameEntry>();
const byFact = new Map<string, NameEntry[]>();
const byParty = new Map<string, NameEntry>();
const byName = new Map<string, NameEntry>();
for (const entry of entries) {
  byName.set(entry.name, entry);
  for (const alias of [entry.name, ...entry.aliases]) {
    const key = nameKey(alias);
    if (!byAlias.has(key)) byAlias.set(key, entry);
  }
  for (const name of entry.signatures) bySignature.set(name, entry);
  for (const fact of entry.facts) byFact.set(fact, [...(byFact.get(fact) ?? []), entry]);
  if (entry.party) byParty.set(entry.party, entry);
}
const longestAlias = Math.max(...[...byAlias.keys()].map((key) => key.split(' ').length));
const scriptAliases = [...byAlias.keys()]
  .filter((key) => /[^\p{ASCII}]/u.test(key))
  .sort((a, b) => b.length - a.length);
const misspellable = [...byAlias.keys()].filter((key) => /^[a-z]{6,}$/.test(key));
/** Shorter names are too near to common words for any slip but two letters swapped. */
const swappable = new Map(
  [...byAlias.keys()]
    .filter((key) => /^[a-z]{5}$/.test(key) && !common.has(key))
    .flatMap((key) => swaps(key).map((slip) => [slip, key])),
);
const notBrandSlips: ReadonlySet<string> = new Set(
  ['unknown', 'generic', 'unbranded', 'noname'].flatMap(swaps),
);

/** All names of the table, in its order. */
export function allNames(): readonly NameEntry[] {
  return entries;
}

export function nameOfParty(party: string): NameEntry | undefined {
  return byParty.get(party) ?? byAlias.get(nameKey(party));
}

export function nameByText(name: string): NameEntry | undefined {
  return byName.get(name);
}

/** The names that a brand fact is about: usually one, two where a line of a brand has an entry of its own. */
export function namesOfFact(brand: string): readonly NameEntry[] {
  const direct = byFact.get(brand);
  if (direct) return direct;
  const named = byAlias.get(nameKey(brand)) ?? byAlias.get(nameKey(brand.replace(/\([^)]*\)/g, '')));
  return named ? [named] : [];
}

/** The name that a signature's maker column means; nothing for `unknown`, `any` and mixtures. */
export function nameOfSignature(maker: string): NameEntry | undefined {
  const direct = bySignature.get(maker);
  if (direct) return direct;
  const plain = maker.replace(/\([^)]*\)/g, '').replace(/\bfamily\b/g, '');
  return bySignature.get(plain.trim()) ?? byAlias.get(nameKey(plain));
}

/** Whether a brand cell says nothing: `unknown`, `generic`, `n/a`. */
export function saysNothing(text: string): boolean {
  const key = nameKey(text);
  return key === '' || notBrands.has(key) || notBrandSlips.has(key) || /^\d+$/.test(key);
}

/**
 * The name that a brand cell as a whole states: an alias, alone or with words that name nobody (`Hikvision Digital
 * Technology Co., Ltd.`), or with one slip of the pen. `Dahua Scale` is not Dahua: the other word names somebody.
 */
export function statedName(text: string): FoundName | undefined {
  const key = nameKey(text);
  const direct = byAlias.get(key);
  if (direct) return { entry: direct, how: 'exact' };
  for (const alias of scriptAliases) {
    if (key.includes(alias)) return { entry: byAlias.get(alias)!, how: 'with product words' };
  }
  const plain = key
    .split(' ')
    .filter((word) => !generic.has(word))
    .join(' ');
  const stripped = byAlias.get(plain);
  if (stripped) return { entry: stripped, how: 'with product words' };
  const slip = misspelt(plain.replaceAll(' ', ''));
  return slip ? { entry: slip, how: 'misspelt' } : undefined;
}

/** The names mentioned in a free text, the longest at each place; common words count only with a capital letter. */
export function namesInText(text: string): readonly FoundName[] {
  const found: FoundName[] = [];
  const original = text.normalize('NFKC');
  for (const alias of scriptAliases) {
    if (original.includes(alias)) found.push({ entry: byAlias.get(alias)!, how: 'exact' });
  }
  const tokens = original.match(/[\p{L}\p{N}]+/gu) ?? [];
  const lower = tokens.map((token) => token.toLowerCase());
  for (let at = 0; at < tokens.length; at++) {
    const run = longestRun(lower, at);
    if (run === 0) {
      const slip = misspelt(lower[at]!);
      if (slip) found.push({ entry: slip, how: 'misspelt' });
      continue;
    }
    const key = lower.slice(at, at + run).join(' ');
    if (!common.has(key) || /^\p{Lu}/u.test(tokens[at]!))
      found.push({ entry: byAlias.get(key)!, how: 'exact' });
    at += run - 1;
  }
  return found.filter((name, index) => found.findIndex((other) => other.entry === name.entry) === index);
}

function longestRun(lower: readonly string[], at: number): number {
  for (let length = Math.min(longestAlias, lower.length - at); length > 0; length--) {
    if (byAlias.has(lower.slice(at, at + length).join(' '))) return length;
  }
  return 0;
}

/** The word with each two neighbouring letters behind the first swapped. */
function swaps(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 2) }, (_, index) => {
    const at = index + 1;
    return word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2);
  }).filter((slip) => slip !== word && !byAlias.has(slip));
}

/** One letter more, less, other, or two swapped, in a name of six letters or more. */
function misspelt(word: string): NameEntry | undefined {
  if (!/^[a-z]{5,}$/.test(word) || generic.has(word)) return undefined;
  const swapped = swappable.get(word);
  if (swapped !== undefined) return byAlias.get(swapped);
  for (const alias of misspellable) {
    if (Math.abs(alias.length - word.length) <= 1 && alias[0] === word[0] && isOneSlip(word, alias))
      return byAlias.get(alias);
  }
  return undefined;
}

function isOneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** Company name without place and legal form, for registrants of which the table knows nothing. */
export function plainCompanyName(registrant: string): string {
  const cleaned = registrant.replace(
    /\b(co|corp|inc|ltd|llc|gmbh|ag|private|limited|company|corporation|pvt|s\.?a|b\.?v)\b\.?,?/gi,
    ' ',
  );
  const text = cleaned
    .replace(/[,.;]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text === text.toUpperCase()
    ? text.replace(/\p{L}+/gu, (word) => word[0] + word.slice(1).toLowerCase())
    : text;
}

/** Whether one name is the other with something left out at an end: `Jorex` and `Jorex Lorex India`. */
export function isPartOf(a: string, b: string): boolean {
  const [short, long] = [nameKey(a), nameKey(b)].sort((x, y) => x.length - y.length) as [string, string];
  if (short.split(' ').every((word) => generic.has(word)) || short.length < 3) return false;
  return ` ${long} `.includes(` ${short} `);
}
