import type { Identification } from '../equipment/index.ts';
import type { Asset, Device, FundShare, Identifier, PartyId, Touch } from '../model/index.ts';
import { namesakeLikeness } from './namesake-likeness.ts';

/** Who made a device, as far as the evidence says. */
export interface MakerFinding {
  readonly party: PartyId | undefined;
  readonly maker: string | undefined;
  readonly brand: string | undefined;
  readonly confidence: Touch['confidence'];
  readonly score: number;
  readonly evidence: Touch['evidence'];
  readonly conflicts: readonly string[];
  readonly settle: string | undefined;
  /** Makers between which the evidence does not choose, with the chance of each from 0 to 1. */
  readonly candidates: readonly {
    readonly party: PartyId;
    readonly name: string;
    readonly probability: number;
  }[];
}

/** A listed or known party found behind a name. */
export interface NameFinding {
  readonly party: PartyId;
  readonly score: number;
  readonly strength: number;
  readonly matchedName: string;
  readonly explanation: string;
}

/** A party as the user's file states it. */
export interface NamedParty {
  readonly name: string;
  readonly schema: 'Company' | 'LegalEntity';
  readonly identifiers: readonly Identifier[];
  readonly country?: string;
}

/** What the join needs to know; given by the rooms below, so that it stays a pure function of them. */
export interface Knowledge {
  identify(device: Device): MakerFinding;
  /** Possible matches, best first, at the default threshold. */
  search(party: NamedParty): readonly NameFinding[];
  /** The party with that identifier, where one has it. */
  byIdentifier(kind: Identifier['kind'], value: string): PartyId | undefined;
  caption(party: PartyId): string;
}

/** An asset whose maker or party could not be told, and what would tell. */
export interface Unsettled {
  readonly asset: string;
  readonly label: string;
  readonly site?: string;
  readonly count: number;
  readonly question: string;
}

/** The parties that an asset touches, by identifier, name or maker. */
export function touchesOf(asset: Asset, knowledge: Knowledge): readonly Touch[] {
  switch (asset.kind) {
    case 'device':
      return deviceTouch(asset, knowledge);
    case 'vendor':
      return namedTouches('vendor', asset.name, asset.identifiers, asset.country, knowledge);
    case 'contract':
      return namedTouches(
        asset.counterpartyRole,
        asset.counterparty,
        asset.identifiers,
        undefined,
        knowledge,
      );
    case 'holding': {
      const identifiers: Identifier[] = [...asset.identifiers];
      if (asset.isin) identifiers.push({ kind: 'ISIN', value: asset.isin });
      const touches = namedTouches('issuer', asset.issuer, identifiers, undefined, knowledge);
      return asset.through ? touches.map((touch) => throughFund(touch, asset.through!)) : touches;
    }
    case 'payment':
      return asset.parties.flatMap((party) =>
        namedTouches(party.role, party.name, party.identifiers, party.country, knowledge),
      );
  }
}

/** A candidate below this chance is left to the question that would settle it. */
const leastChance = 0.2;

function deviceTouch(device: Device, knowledge: Knowledge): readonly Touch[] {
  const found = knowledge.identify(device);
  const brand = found.brand ?? device.brand;
  const label = brand ?? device.model ?? device.id;
  if (found.party !== undefined && found.confidence !== 'unknown') {
    const maker = knowledge.caption(found.party);
    const best = found.evidence.find((evidence) => evidence.for);
    const because = best ? `: ${best.signal} ${best.value}` : '';
    const explanation = `${confidenceWords[found.confidence]} made by ${maker}${because}.`;
    return [
      makerTouch(found, {
        party: found.party,
        confidence: found.confidence,
        score: found.score,
        label,
        maker,
        explanation,
      }),
    ];
  }
  return found.candidates
    .filter(({ probability }) => probability >= leastChance)
    .map(({ party, probability }) => {
      const maker = knowledge.caption(party);
      const explanation = `Possibly made by ${maker}: the evidence does not choose between ${found.candidates.map(({ name }) => name).join(' and ')}.`;
      return makerTouch(found, {
        party,
        confidence: 'possible',
        score: probability,
        label,
        maker,
        explanation,
      });
    });
}

function makerTouch(
  found: MakerFinding,
  touch: Pick<Touch, 'party' | 'confidence' | 'score' | 'explanation'> & { label: string; maker: string },
): Touch {
  const { label, maker, ...rest } = touch;
  return {
    ...rest,
    role: 'maker',
    path: [{ from: label, relation: 'made by', to: maker }],
    evidence: found.evidence,
  };
}

const confidenceWords = {
  certain: 'Certainly',
  probable: 'Probably',
  possible: 'Possibly',
  unknown: 'Not known to be',
} as const;

function namedTouches(
  role: string,
  name: string,
  identifiers: readonly Identifier[],
  country: string | undefined,
  knowledge: Knowledge,
): readonly Touch[] {
  const known = identifiedTouch(role, name, identifiers, knowledge);
  const hits = knowledge.search({
    name,
    // A vendor or payee may be a person; an issuer is none.
    schema: role === 'issuer' ? 'Company' : 'LegalEntity',
    identifiers,
    ...(country === undefined ? {} : { country }),
  });
  const named = hits.map(
    (hit): Touch => ({
      party: hit.party,
      role,
      confidence: hit.score >= 0.97 ? 'probable' : 'possible',
      score: hit.score,
      explanation: hit.explanation,
      path: [
        {
          from: name,
          relation: `possible match with “${hit.matchedName}”`,
          to: knowledge.caption(hit.party),
        },
      ],
      evidence: [],
    }),
  );
  if (!known) return named;
  // Another entry may be the party that the identifier names, on a list that does not state it.
  const namesakes = named.filter(({ party, score }) => party !== known.party && score >= namesakeLikeness);
  return [known, ...namesakes.map((touch): Touch => ({ ...touch, confidence: 'possible' }))];
}

function identifiedTouch(
  role: string,
  name: string,
  identifiers: readonly Identifier[],
  knowledge: Knowledge,
): Touch | undefined {
  for (const identifier of identifiers) {
    const party = knowledge.byIdentifier(identifier.kind, identifier.value);
    if (party === undefined) continue;
    const caption = knowledge.caption(party);
    return {
      party,
      role,
      confidence: 'certain',
      score: 1,
      explanation: `${identifier.kind} ${identifier.value} is that of ${caption}.`,
      path: [{ from: name, relation: `${identifier.kind} ${identifier.value}`, to: caption }],
      evidence: [],
    };
  }
  return undefined;
}

function throughFund(touch: Touch, through: FundShare): Touch {
  return {
    ...touch,
    path: [
      { from: through.fund, relation: holdingWords(through), to: touch.path[0]?.from ?? '' },
      ...touch.path,
    ],
  };
}

/** A weight without a unit may be percent or a fraction, a hundred times as much; it is not guessed. */
function holdingWords({ weight, unit }: FundShare): string {
  return unit === 'percent'
    ? `holds ${weight} percent of its value in`
    : `holds at a weight of ${weight} (percent or fraction not stated)`;
}

/**
 * The cheapest check that would make sure of a touch: for a device what the equipment room asks, for a name the
 * comparison of an identifier.
 */
export function settlingCheck(
  asset: Asset,
  touch: Touch,
  maker: MakerFinding | undefined,
  knowledge: Pick<Knowledge, 'caption'>,
): string | undefined {
  if (asset.kind === 'device') return maker?.settle;
  if (touch.confidence === 'certain') return undefined;
  const name = touch.path.at(-1)?.from ?? '';
  return `Compare an identifier (registration number, LEI, UEI, address) of “${name}” with that of ${knowledge.caption(touch.party).replace(/\.$/, '')} here (${touch.party}).`;
}

/** Id that stands for a maker nobody knows, where a rule looks at the goods alone. */
const unknownMaker = 'unknown-maker' as PartyId;

/** The touch of goods of a kind that a rule judges by the country of production, whoever made them. */
export function goodsTouch(device: Device, kind: string): Touch {
  const origin = device.countryOfProduction;
  const label = [device.brand, device.model].filter(Boolean).join(' ') || device.name || device.id;
  return {
    party: unknownMaker,
    role: 'goods',
    confidence: 'certain',
    score: 1,
    explanation: `The file says that it is a ${kind}${origin === undefined ? '; it does not say where it was produced' : ` produced in ${origin}`}. Rules on this kind look at the country, not at the maker.`,
    path: [
      {
        from: label,
        relation: 'is',
        to: `${kind}, ${origin === undefined ? 'country of production not stated' : `produced in ${origin}`}`,
      },
    ],
    evidence: [],
  };
}

/** A device whose maker is not told, with the cheapest check that would decide. */
export function unsettledDevice(asset: Asset, knowledge: Pick<Knowledge, 'identify'>): Unsettled | undefined {
  if (asset.kind !== 'device') return undefined;
  const found = knowledge.identify(asset);
  if (found.confidence === 'certain' || found.confidence === 'probable') return undefined;
  return {
    asset: asset.id,
    label: [asset.brand, asset.model].filter(Boolean).join(' ') || asset.name || asset.id,
    ...(asset.site === undefined ? {} : { site: asset.site }),
    count: asset.count,
    question: found.settle ?? 'Read the label on the back, or ask the installer who made it.',
  };
}

/** Devices whose maker stays unknown, with the cheapest check that would decide, in the order of the portfolio. */
export function unsettledDevices(assets: readonly Asset[], knowledge: Knowledge): Unsettled[] {
  return assets.flatMap((asset) => unsettledDevice(asset, knowledge) ?? []);
}

/** What the join needs of an identification by the equipment room. */
export function makerFindingOf(found: Identification): MakerFinding {
  const { maker, brand, confidence, score, evidence, conflicts, settle } = found;
  return {
    party: maker?.party,
    maker: maker?.name,
    brand,
    confidence,
    score,
    evidence,
    conflicts,
    settle,
    candidates: found.candidates.flatMap(({ party, name, probability }) =>
      party === undefined ? [] : [{ party, name, probability }],
    ),
  };
}
