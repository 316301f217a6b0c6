import { type BrandFact, type Day, Fault, lookUp } from '../model/index.ts';
import { type NameEntry, nameByText, nameKey, nameOfParty, namesOfFact, statedName } from './names.ts';
import scopeTable from './tables/scopes.json' with { type: 'json' };

/** A brand fact ready to be applied: for which models, in which period, how sure. */
export interface BrandUse {
  readonly fact: BrandFact;
  readonly maker: NameEntry;
  readonly models: RegExp | undefined;
  readonly from: Day | undefined;
  readonly until: Day | undefined;
  /** The fact is said of some lines only, without saying which. */
  readonly isPartial: boolean;
  readonly isComponent: boolean;
}

/** What the brand table says of a name, by the name. */
export type BrandBook = ReadonlyMap<NameEntry, readonly BrandUse[]>;

const scopes: Readonly<Record<string, { models?: string; from?: string; until?: string }>> = scopeTable.facts;

/**
 * Joins the brand facts with the names. Brands and makers that the table of names does not have (a user's own facts)
 * get an entry of their own; facts of makers that nobody knows (`undetermined`) are left out. Throws `AS_FIELD` for models
 * that are no regular expression.
 */
export function compileBrands(facts: readonly BrandFact[]): BrandBook {
  const book = new Map<NameEntry, BrandUse[]>();
  const added = new Map<string, NameEntry>();
  const addedEntry = (name: string, kind: NameEntry['kind']): NameEntry => {
    const key = nameKey(name);
    const entry = added.get(key) ?? newEntry(name, kind);
    added.set(key, entry);
    return entry;
  };
  for (const fact of facts) {
    if (/^(undetermined|unknown|)$/i.test(fact.maker)) continue;
    const maker = nameOfParty(fact.maker) ?? makerByName(fact.maker) ?? addedEntry(fact.maker, 'maker');
    const known = namesOfFact(fact.brand);
    for (const brand of known.length > 0 ? known : [addedEntry(fact.brand, 'brand')])
      book.set(brand, [...(book.get(brand) ?? []), brandUse(fact, maker, brand)]);
  }
  return book;
}

/** A maker of the table by its name as people write it: `Hangzhou Hikvision Digital Technology Co., Ltd.` */
function makerByName(text: string): NameEntry | undefined {
  const stated = statedName(text);
  return stated !== undefined && stated.how !== 'misspelt' && stated.entry.kind === 'maker'
    ? stated.entry
    : undefined;
}

function newEntry(name: string, kind: NameEntry['kind']): NameEntry {
  const aliases = [name, ...name.replace(/\([^)]*\)/g, '').split(' / ')].map((part) => part.trim());
  return {
    name: aliases[1] ?? name,
    kind,
    group: name,
    aliases,
    registrants: [],
    ownerRegistrants: [],
    signatures: [],
    facts: [name],
    partial: false,
  };
}

/** A name without spaces: `GlobeCam` and `Globe Cam`. */
export function squeezed(name: string): string {
  return nameKey(name).replaceAll(' ', '');
}

/** The names of a book that only its facts brought in, by every form of theirs. */
export function namesOfBook(book: BrandBook): ReadonlyMap<string, NameEntry> {
  const names = new Map<string, NameEntry>();
  for (const entry of book.keys()) {
    if (nameByText(entry.name) === entry) continue;
    for (const alias of entry.aliases) {
      names.set(nameKey(alias), entry);
      names.set(squeezed(alias), entry);
    }
  }
  return names;
}

function brandUse(fact: BrandFact, maker: NameEntry, brand: NameEntry): BrandUse {
  const scope = lookUp(scopes, fact.brand);
  return {
    fact,
    maker,
    models: modelsOf(fact, scope?.models),
    // Days of the table are checked by its test.
    from: fact.from ?? (scope?.from as Day | undefined),
    until: fact.until ?? (scope?.until as Day | undefined),
    isPartial: brand.partial || /\bsome\b/i.test(fact.brand),
    isComponent: /component/i.test(fact.relation),
  };
}

/** The models that a fact is about. Without the pattern it would be about all of them: one that is broken is refused. */
function modelsOf({ brand, models }: BrandFact, ofTable: string | undefined): RegExp | undefined {
  const text = models ?? ofTable;
  if (!text) return undefined;
  try {
    return new RegExp(text, 'i');
  } catch (cause) {
    throw new Fault('AS_FIELD', `The models of ${brand}, “${text}”, are no regular expression.`, {
      place: { field: 'models' },
      remedy: 'Correct the pattern, or leave it out where all models are meant.',
      cause,
    });
  }
}
