import type { Identifier } from '../model/index.ts';
import { hasValidChecksum } from './identifier-check.ts';
import type { PartyFacts } from './listed-party.ts';
import table from './tables/evidence-weights.json' with { type: 'json' };

/** Stable codes of what was compared beside the name. */
export type EvidenceCode = 'birth date' | 'country' | 'identifier' | 'gender' | 'address';

/** One fact that both sides state. */
export interface EvidencePiece {
  readonly code: EvidenceCode;
  readonly outcome: EvidenceOutcome;
  readonly verdict: 'same' | 'compatible' | 'different';
  readonly asked: string;
  readonly listed: string;
  /** Natural logarithm of how many times likelier this is for one party than for two. */
  readonly weight: number;
}

/** What comparing a fact can come to. */
export type EvidenceOutcome =
  | 'birthDay'
  | 'birthMonth'
  | 'birthYear'
  | 'birthSwapped'
  | 'birthUnknownDay'
  | 'birthNear'
  | 'birthYearOnly'
  | 'birthYearsNear'
  | 'birthDifferent'
  | 'country'
  | 'countryDifferent'
  | 'gender'
  | 'genderDifferent'
  | 'identifierChecked'
  | 'identifier'
  | 'identifierDifferent'
  | 'uniqueIdentifierDifferent'
  | 'address';

/** Logarithms of likelihood ratios, most of them counted: see `docs/accuracy.md`. */
const weights: Readonly<Record<EvidenceOutcome, number>> = table.weights;

/** Of these kinds a party has one: another value is another party. */
const uniqueKinds: ReadonlySet<string> = new Set(['LEI', 'USCC', 'IMO']);

/** Compares everything but the names. The order of facts on either side does not matter. */
export function compareFacts(asked: PartyFacts, listed: PartyFacts): EvidencePiece[] {
  const pieces: EvidencePiece[] = [];
  const birth = compareBirthDates(asked.birthDates ?? [], listed.birthDates ?? []);
  if (birth) pieces.push(birth);
  const country = compareCountries(asked.countries ?? [], listed.countries ?? []);
  if (country) pieces.push(country);
  pieces.push(...compareIdentifiers(asked.identifiers ?? [], listed.identifiers ?? []));
  if (asked.gender && listed.gender && asked.gender !== 'other' && listed.gender !== 'other') {
    const same = asked.gender === listed.gender;
    pieces.push({
      code: 'gender',
      ...outcome(same ? 'gender' : 'genderDifferent', same ? 'same' : 'different'),
      asked: asked.gender,
      listed: listed.gender,
    });
  }
  const address = compareAddresses(asked.addresses ?? [], listed.addresses ?? []);
  if (address) pieces.push(address);
  return pieces;
}

function outcome(
  key: EvidenceOutcome,
  verdict: EvidencePiece['verdict'],
): Pick<EvidencePiece, 'outcome' | 'verdict' | 'weight'> {
  return { outcome: key, verdict, weight: weights[key] };
}

/** Sum of the weights of the pieces. */
export function evidenceWeight(pieces: readonly EvidencePiece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.weight, 0);
}

/** The best pair of dates decides: lists give several where they are not sure. */
function compareBirthDates(asked: readonly string[], listed: readonly string[]): EvidencePiece | undefined {
  let best: EvidencePiece | undefined;
  for (const left of asked) {
    for (const right of listed) {
      const piece = compareDates(left, right);
      if (piece && (!best || piece.weight > best.weight)) best = piece;
    }
  }
  return best;
}

const dated = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/;

function compareDates(left: string, right: string): EvidencePiece | undefined {
  const a = dated.exec(left);
  const b = dated.exec(right);
  if (!a || !b) return undefined;
  const piece = (verdict: EvidencePiece['verdict'], key: EvidenceOutcome): EvidencePiece => ({
    code: 'birth date',
    ...outcome(key, verdict),
    asked: left,
    listed: right,
  });
  if (a[1] !== b[1]) {
    const apart = Math.abs(Number(a[1]) - Number(b[1]));
    // A year off is usual where one side is an estimate or another calendar was converted.
    const exactDays = a[3] !== undefined && b[3] !== undefined;
    if (exactDays && a[2] === b[2] && a[3] === b[3]) return piece('compatible', 'birthNear');
    if (apart <= 1 && !exactDays) return piece('compatible', 'birthNear');
    return piece('different', apart <= 2 ? 'birthYearsNear' : 'birthDifferent');
  }
  if (a[2] === undefined || b[2] === undefined) return piece('same', 'birthYear');
  if (a[3] === undefined || b[3] === undefined) {
    return a[2] === b[2] ? piece('same', 'birthMonth') : piece('different', 'birthYearOnly');
  }
  if (a[2] === b[2] && a[3] === b[3]) return piece('same', 'birthDay');
  if (a[2] === b[3] && a[3] === b[2]) return piece('compatible', 'birthSwapped');
  // The first of January stands for an unknown day.
  if (`${a[2]}-${a[3]}` === '01-01' || `${b[2]}-${b[3]}` === '01-01')
    return piece('compatible', 'birthUnknownDay');
  return piece('different', 'birthYearOnly');
}

function compareCountries(asked: readonly string[], listed: readonly string[]): EvidencePiece | undefined {
  if (asked.length === 0 || listed.length === 0) return undefined;
  const shared = asked.filter((code) => listed.includes(code));
  const same = shared.length > 0;
  return {
    code: 'country',
    ...outcome(same ? 'country' : 'countryDifferent', same ? 'same' : 'different'),
    asked: [...asked].sort().join(', '),
    listed: [...listed].sort().join(', '),
  };
}

type Stated = Pick<Identifier, 'kind' | 'value'>;

function compareIdentifiers(asked: readonly Stated[], listed: readonly Stated[]): EvidencePiece[] {
  const pieces: EvidencePiece[] = [];
  for (const kind of new Set(asked.map((one) => one.kind))) {
    const left = asked.filter((one) => one.kind === kind);
    const right = listed.filter((one) => one.kind === kind);
    if (right.length === 0) continue;
    const same = left.find((one) => right.some((other) => plainValue(one.value) === plainValue(other.value)));
    const key = same
      ? hasValidChecksum(same)
        ? 'identifierChecked'
        : 'identifier'
      : uniqueKinds.has(kind)
        ? 'uniqueIdentifierDifferent'
        : 'identifierDifferent';
    pieces.push({
      code: 'identifier',
      ...outcome(key, same ? 'same' : 'different'),
      asked: `${kind} ${(same ?? left[0]!).value}`,
      listed: `${kind} ${(same ?? right[0]!).value}`,
    });
  }
  return pieces.sort((a, b) => (a.asked < b.asked ? -1 : 1));
}

function plainValue(value: string): string {
  return value.toUpperCase().replace(/^IMO\s*|[^\p{L}\p{N}]/gu, '');
}

const addressWord = /[\p{L}\p{N}]{3,}/gu;

/** Addresses count only where most of their words agree; another address says little, since parties move. */
function compareAddresses(asked: readonly string[], listed: readonly string[]): EvidencePiece | undefined {
  for (const left of asked) {
    const words = new Set(left.toLowerCase().match(addressWord) ?? []);
    for (const right of listed) {
      const others = new Set(right.toLowerCase().match(addressWord) ?? []);
      const shared = [...words].filter((word) => others.has(word)).length;
      if (shared >= 3 && shared >= 0.6 * Math.min(words.size, others.size)) {
        return { code: 'address', ...outcome('address', 'same'), asked: left, listed: right };
      }
    }
  }
  return undefined;
}
