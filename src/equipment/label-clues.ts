import type { BrandFact, Day, Device } from '../model/index.ts';
import type { BrandBook, BrandUse } from './brand-book.ts';
import type { Clue, ClueKind } from './clue.ts';
import { pointerTo } from './mac-clues.ts';
import { allNames, type NameEntry } from './names.ts';
import { sourceOf } from './source-of.ts';

/** Where a brand was read: the source decides how much of it counts. */
export interface BrandMention {
  readonly entry: NameEntry | undefined;
  /** As written, or the name of the table. */
  readonly text: string;
  readonly signal: string;
  readonly value: string;
  readonly source: string;
  readonly share: number;
}

const gradeKind: Readonly<Record<BrandFact['grade'], ClueKind>> = {
  A: 'brand A',
  B: 'brand B',
  C: 'brand C',
  D: 'brand D',
};

/** Who makes what carries this brand: the brand facts for this model and purchase day, and the brand's owner itself. */
export function labelClues(
  mention: BrandMention,
  model: string | undefined,
  device: Device,
  brands: BrandBook,
): Clue[] {
  const { entry, signal, value, share } = mention;
  const base = { signal, value, share };
  if (!entry) {
    const group = ownGroup(mention.text);
    return [
      {
        ...base,
        kind: 'brand makes itself',
        to: { name: mention.text, group },
        source: 'nothing known of this brand',
      },
    ];
  }
  const uses = usesOfBrand(entry, brands);
  const others = uses.filter(
    (use) => use.maker !== entry && !(entry.kind === 'maker' && use.maker.group === entry.group),
  );
  const clues: Clue[] = [];
  let isSettledByScope = false;
  for (const use of others) {
    const wasOwned = entry.kind === 'maker' && /formerly/i.test(use.fact.relation);
    // A maker that changed hands went on making its own things: a past owner is a weak hint only.
    const kind = wasOwned ? 'brand outside period' : kindOfUse(use, model, device.purchased);
    const isOtherLine = isOfOtherLine(use, model);
    if (use.models && kind !== 'brand some lines') isSettledByScope = true;
    clues.push({
      ...base,
      kind,
      share: isOtherLine ? share / 2 : share,
      to: pointerTo(use.maker),
      source: `grade ${use.fact.grade}: ${sourceOf(use.fact.provenance)}`,
      ...(use.from ? { from: use.from } : {}),
      ...(use.until ? { until: use.until } : {}),
    });
  }
  if (entry.kind === 'maker' && !isSettledByScope) {
    const isDoubtful = others.some((use) => !use.models || entry.partial);
    clues.push({
      ...base,
      kind: isDoubtful ? 'brand makes itself' : 'own brand',
      to: pointerTo(entry),
      source: uses.find((use) => use.maker === entry)?.fact.provenance.source ?? 'table of makers',
    });
  }
  return clues;
}

/** The facts about a brand and about its lines that have an entry of their own; each once. */
function usesOfBrand(entry: NameEntry, brands: BrandBook): readonly BrandUse[] {
  let known = usesByBook.get(brands);
  if (!known) {
    known = new Map();
    usesByBook.set(brands, known);
  }
  let uses = known.get(entry);
  if (!uses) {
    const lines = linesByBrand.get(entry.name) ?? [];
    const all = [entry, ...lines].flatMap((one) => brands.get(one) ?? []).filter((use) => !use.isComponent);
    uses = all.filter((use, index) => all.findIndex((other) => other.fact === use.fact) === index);
    known.set(entry, uses);
  }
  return uses;
}

/** A brand is asked for once per device; its facts do not change. */
const usesByBook = new WeakMap<BrandBook, Map<NameEntry, readonly BrandUse[]>>();

const linesByBrand = Map.groupBy(
  allNames().filter((entry) => entry.over !== undefined),
  (entry) => entry.over!,
);

/** Said of models that this one is none of: that the brand has others make for it at all still counts a little. */
function isOfOtherLine(use: BrandUse, model: string | undefined): boolean {
  return use.models !== undefined && model !== undefined && !use.models.test(model);
}

/** Whether others make, or made, things under the brand of this name, so that its own prefix names no maker. */
export function isMadeByOthers(entry: NameEntry, brands: BrandBook): boolean {
  return usesOfBrand(entry, brands).some(
    (use) => use.maker.group !== entry.group && !/formerly/i.test(use.fact.relation),
  );
}

/** A group of its own for a name that no table has. */
export function ownGroup(text: string): string {
  return `own: ${text.normalize('NFKC').toLowerCase()}`;
}

function kindOfUse(use: BrandUse, model: string | undefined, purchased: Day | undefined): ClueKind {
  if (use.models && !(model && use.models.test(model))) return 'brand some lines';
  const isOutside =
    purchased !== undefined &&
    ((use.from !== undefined && purchased < use.from) || (use.until !== undefined && purchased > use.until));
  if (isOutside) return 'brand outside period';
  if (use.isPartial && !use.models) return 'brand some lines';
  return /^own brand$/i.test(use.fact.relation) ? 'own brand' : gradeKind[use.fact.grade];
}

/** Roles that a brand fact states beside the maker: whose chip is in it. */
export function componentUses(
  entry: NameEntry,
  model: string | undefined,
  brands: BrandBook,
): readonly BrandUse[] {
  return (brands.get(entry) ?? []).filter(
    (use) => use.isComponent && (!use.models || (model && use.models.test(model))),
  );
}
