import { isKnownLabel, type OfacFact } from '../ofac/fact.ts';

export type CslIdentifier = OfacFact;

/**
 * The `ids` cell of the CSV. Since 2020: `Passport, 836238033, KP; Gender, Male`. Before: `US, 80-0890696, Tax ID No.`,
 * country first and kind last. Which one it is, is told by which end is a known kind.
 */
export function readIdentifiers(cell: string | undefined): CslIdentifier[] {
  if (!cell) return [];
  return cell
    .split(/;\s*/)
    .filter((part) => part !== '')
    .map(readOne);
}

function readOne(part: string): CslIdentifier {
  const pieces = part.split(/,\s*/);
  const last = pieces.at(-1)!;
  if (pieces.length > 1 && isKnownLabel(last) && !isKnownLabel(pieces[0]!)) {
    const country = pieces.length > 2 && /^[A-Z]{2}$/.test(pieces[0]!) ? pieces[0] : undefined;
    return { label: last, value: pieces.slice(country ? 1 : 0, -1).join(', '), country };
  }
  const dates = pieces.filter((piece) => /^\d{4}-\d{2}-\d{2}$/.test(piece)).length;
  const end = pieces.length - (pieces.length > 2 ? dates : 0);
  const country = end > 2 && /^[A-Z]{2}$/.test(pieces[end - 1]!) ? pieces[end - 1] : undefined;
  return {
    label: pieces[0]!,
    value: pieces.slice(1, country ? end - 1 : end).join(', '),
    country,
    ...(end < pieces.length ? { issued: pieces[end] } : {}),
    ...(end + 1 < pieces.length ? { expires: pieces[end + 1] } : {}),
  };
}
