import type { BrandFact, Day } from '../model/index.ts';
import { type NameEntry, nameOfParty, namesOfFact } from './names.ts';
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

/** Joins the brand facts with the names; facts of makers that nobody knows (`undetermined`) are left out. */
export function compileBrands(facts: readonly BrandFact[]): BrandBook {
  const book = new Map<NameEntry, BrandUse[]>();
  for (const fact of facts) {
    const maker = nameOfParty(fact.maker);
    if (!maker) continue;
    for (const brand of namesOfFact(fact.brand))
      book.set(brand, [...(book.get(brand) ?? []), brandUse(fact, maker, brand)]);
  }
  return book;
}

function brandUse(fact: BrandFact, maker: NameEntry, brand: NameEntry): BrandUse {
  const scope = scopes[fact.brand];
  return {
    fact,
    maker,
    models: pattern(fact.models ?? scope?.models),
    // Days of the table are checked by its test.
    from: fact.from ?? (scope?.from as Day | undefined),
    until: fact.until ?? (scope?.until as Day | undefined),
    isPartial: brand.partial || /\bsome\b/i.test(fact.brand),
    isComponent: /component/i.test(fact.relation),
  };
}

function pattern(text: string | undefined): RegExp | undefined {
  if (!text) return undefined;
  try {
    return new RegExp(text, 'i');
  } catch {
    return undefined;
  }
}
