import type { Day, PartyId } from '../model/index.ts';
import weightTable from './tables/weights.json' with { type: 'json' };

/** Kinds of clue, by family. Within a family clues are not independent: the strongest counts in full. */
export const clueFamilies = {
  mac: ['mac of maker', 'mac of another registrant'],
  firmware: [
    'certificate',
    'favicon',
    'banner high',
    'product',
    'cpe',
    'banner medium',
    'path',
    'onvif',
    'banner low',
    'port',
  ],
  model: ['model high', 'model medium', 'model low'],
  label: [
    'own brand',
    'brand A',
    'brand B',
    'brand C',
    'brand makes itself',
    'brand D',
    'brand outside period',
    'brand some lines',
  ],
  origin: ['country of maker', 'country elsewhere'],
  exclusion: ['exclusion'],
} as const;
export type ClueFamily = keyof typeof clueFamilies;
export type ClueKind = (typeof clueFamilies)[ClueFamily][number];

const familyOfKind = new Map<ClueKind, ClueFamily>(
  (Object.keys(clueFamilies) as ClueFamily[]).flatMap((family) =>
    clueFamilies[family].map((kind): [ClueKind, ClueFamily] => [kind, family]),
  ),
);

/** Clues that never decide, however many there are: generic words and open ports. */
export const weakKinds: ReadonlySet<ClueKind> = new Set(['banner low', 'port', 'country of maker']);

/** Clues of the network side, that a mistake in the asset register cannot have made. */
export const technicalFamilies: ReadonlySet<ClueFamily> = new Set(['mac', 'firmware']);

/** Who a clue points to. */
export interface Pointer {
  readonly name: string;
  readonly group: string;
  readonly party?: PartyId;
}

/** One observation that speaks for or against somebody as the maker. */
export interface Clue {
  readonly kind: ClueKind;
  readonly to: Pointer;
  readonly signal: string;
  readonly value: string;
  readonly source: string;
  /** How much of the weight of its kind counts: less for hedged words, old banners, hostnames. */
  readonly share: number;
  readonly note?: string;
  readonly from?: Day;
  readonly until?: Day;
}

export function familyOf(kind: ClueKind): ClueFamily {
  return familyOfKind.get(kind)!;
}

/** Log-odds per kind of clue, and the limits of the words for sureness. Fitted; see docs/equipment.md. */
export interface Weights {
  readonly version: string;
  /** Log-odds of a maker that something points to, before any of it is weighed, beside `somebody else`. */
  readonly prior: number;
  readonly weights: Readonly<Record<ClueKind, number>>;
  /** Share of a further clue of the same family. */
  readonly secondInFamily: number;
  readonly thresholds: { readonly certain: number; readonly probable: number; readonly possible: number };
}

export const defaultWeights: Weights = weightTable as Weights;
