import type { Confidence, Device, Evidence } from '../model/index.ts';
import { compileBrands } from './brand-book.ts';
import { type Clue, defaultWeights, familyOf, type Weights, weakKinds } from './clue.ts';
import { findConflicts } from './conflicts.ts';
import { type FusedCandidate, fuse } from './fuse.ts';
import { createGatherer, type Gathered } from './gather.ts';
import type {
  EquipmentKnowledge,
  Identification,
  Identifier,
  MakerCandidate,
  SiteContext,
} from './identification.ts';
import { ownGroup } from './label-clues.ts';
import { rolesOf } from './roles.ts';
import { settlingCheck } from './settle.ts';
import { compileSignatures } from './signature-book.ts';

/** Makers below this probability are not named among the candidates. */
const leastCandidate = 0.02;
/** Two makers whom the same observations name, closer than two to one, are not told apart. */
const labelTie = Math.LN2;

/**
 * Prepares the knowledge once and gives the function that says of a device who made it. Pure and without memory of
 * earlier devices (only of patterns already tried), so the order of devices does not matter.
 */
export function createIdentifier(
  knowledge: EquipmentKnowledge,
  weights: Weights = defaultWeights,
): Identifier {
  const brands = compileBrands(knowledge.brands);
  const gather = createGatherer(brands, compileSignatures(knowledge.signatures), knowledge.ouiEntries);
  return {
    identify(device, context) {
      const gathered = gather(device, context ?? aloneInTheWorld);
      return judge(device, gathered, fuse(gathered.clues, weights), weights);
    },
  };
}

const aloneInTheWorld: SiteContext = { addressesOf: () => 1 };

/** The clues of a device as the fit needs them, without a verdict. */
export function createClueReader(
  knowledge: EquipmentKnowledge,
): (device: Device, context?: SiteContext) => readonly Clue[] {
  const gather = createGatherer(
    compileBrands(knowledge.brands),
    compileSignatures(knowledge.signatures),
    knowledge.ouiEntries,
  );
  return (device, context) => gather(device, context ?? aloneInTheWorld).clues;
}

function judge(
  device: Device,
  gathered: Gathered,
  candidates: FusedCandidate[],
  weights: Weights,
): Identification {
  const likely = candidates.filter(
    (candidate) =>
      candidate.probability >= leastCandidate && candidate.clues.some(({ weight }) => weight > 0),
  );
  const first = likely[0];
  const { conflicts, isContradicted } = findConflicts(device, gathered, candidates);
  const isTied = first !== undefined && isLabelTie(first, likely[1]);
  const confidence = isTied ? 'unknown' : confidenceOf(first, gathered, isContradicted, weights);
  const maker = confidence === 'unknown' || !first ? undefined : candidateOf(first);
  const roles = rolesOf(device, gathered, maker ? first : undefined);
  const verdict = { confidence, first, isTied, isContradicted };
  const settle = settlingCheck(device, gathered, verdict);
  return {
    id: device.id,
    ...(device.site ? { site: device.site } : {}),
    ...(gathered.brand ? { brand: gathered.brand } : {}),
    ...(maker ? { maker } : {}),
    confidence,
    score: rounded(first?.probability ?? 0, 1000),
    candidates: likely.map(candidateOf),
    roles,
    evidence: evidenceOf(candidates, gathered, first),
    conflicts,
    ...(settle ? { settle } : {}),
  };
}

/** The same observations point to both, neither clearly more: a brand with two makers. */
function isLabelTie(first: FusedCandidate, second: FusedCandidate | undefined): boolean {
  if (!second || first.logOdds - second.logOdds >= labelTie) return false;
  const seen = new Set(
    second.clues.filter(({ weight }) => weight > 0).map(({ clue }) => `${clue.signal}|${clue.value}`),
  );
  return first.clues.every(
    ({ clue, weight }) =>
      weight <= 0 || familyOf(clue.kind) === 'origin' || seen.has(`${clue.signal}|${clue.value}`),
  );
}

/**
 * `certain` needs two families of evidence that agree, one of them from the unit itself (hardware address or firmware),
 * and no contradiction: a register alone can have the wrong row, a banner alone can stand before another unit.
 */
function confidenceOf(
  first: FusedCandidate | undefined,
  gathered: Gathered,
  isContradicted: boolean,
  { thresholds }: Weights,
): Confidence {
  if (!first || first.isWeakOnly || first.probability < thresholds.possible) return 'unknown';
  if (
    first.probability < thresholds.probable ||
    gathered.isHoneypot ||
    isShortModelOnly(first) ||
    isUnknownLabelOnly(first)
  )
    return 'possible';
  const agreeing = first.families.size >= 2 && first.hasTechnical;
  if (first.probability >= thresholds.certain && agreeing && !isContradicted) return 'certain';
  return isContradicted && first.families.size < 2 ? 'possible' : 'probable';
}

/** A short pattern that needs the brand beside it: enough to ask, never to say. */
function isShortModelOnly({ clues, families }: FusedCandidate): boolean {
  return (
    families.size === 1 &&
    families.has('model') &&
    clues.every(({ clue }) => clue.kind === 'model low' || weakKinds.has(clue.kind))
  );
}

/** A brand of which nothing is known may have been made by anybody: the label is not the maker. */
function isUnknownLabelOnly({ clues, families, group }: FusedCandidate): boolean {
  return (
    families.size === 1 &&
    families.has('label') &&
    clues.every(({ clue, weight }) => weight <= 0 || ownGroup(clue.to.name) === group)
  );
}

function candidateOf(candidate: FusedCandidate): MakerCandidate {
  const { name, party } = candidate.pointer;
  return { name, ...(party ? { party } : {}), probability: rounded(candidate.probability, 1000) };
}

function evidenceOf(
  candidates: readonly FusedCandidate[],
  gathered: Gathered,
  first: FusedCandidate | undefined,
): Evidence[] {
  const weighed = candidates.flatMap((candidate) =>
    candidate.clues.map(
      ({ clue, weight }): Evidence => ({
        signal: clue.signal,
        value: clue.value,
        pointsTo:
          clue.kind === 'exclusion' || clue.kind === 'country elsewhere'
            ? `not ${clue.to.name}`
            : clue.to.name,
        weight: rounded(weight, 100),
        for: candidate === first ? weight > 0 : weight < 0,
        source: clue.source,
      }),
    ),
  );
  const ignored = gathered.ignored.map(
    ({ signal, value, because }): Evidence => ({
      signal,
      value,
      pointsTo: 'nobody',
      weight: 0,
      for: false,
      source: because,
    }),
  );
  return [...weighed.sort(byWeight), ...ignored];
}

function byWeight(a: Evidence, b: Evidence): number {
  if (a.for !== b.for) return a.for ? -1 : 1;
  const size = Math.abs(b.weight) - Math.abs(a.weight);
  if (size !== 0) return size;
  return `${a.signal}|${a.value}|${a.pointsTo}` < `${b.signal}|${b.value}|${b.pointsTo}` ? -1 : 1;
}

function rounded(value: number, steps: number): number {
  return Math.round(value * steps) / steps + 0;
}
