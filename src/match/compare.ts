import { compareFacts } from './evidence.ts';
import { explainPair } from './explanation.ts';
import type { QueryKind } from './kind.ts';
import { matchKinds } from './kind.ts';
import { type Match, type MatchQuery, NameMatcher } from './matcher.ts';
import type { Piece } from './pieces.ts';
import { type Settings, standardSettings } from './settings.ts';

/** How alike two parties are, whatever their score. */
export interface Comparison extends Omit<Match, 'id' | 'kind' | 'matched'> {
  readonly matched: { readonly left: string; readonly right: string } | undefined;
}

/**
 * Compares two parties by names and facts; symmetric. `match` says whether the score reaches the threshold of the
 * settings. Names of several kinds of party are compared under each kind where `kind` is open.
 *
 * @example
 * compareParties({ names: ['Vladimir Putin'] }, { names: ['Путин, Владимир Владимирович'] }, 'person').match // true
 */
export function compareParties(
  left: MatchQuery,
  right: MatchQuery,
  kind: QueryKind = 'any',
  settings: Settings = standardSettings,
): Comparison {
  const there = compareOneWay(left, right, kind, settings);
  const back = compareOneWay(right, left, kind, settings);
  const best = back && (!there || back.score > there.score) ? turned(back) : there;
  if (best?.matched) {
    const { left: one, right: two } = best.matched;
    return { ...best, explanation: explainPair(one, two, best.pieces) };
  }
  const facts = compareFacts(left, right);
  const shared = facts.some((one) => one.code === 'identifier' && one.verdict === 'same');
  return {
    score: shared ? 0.98 : 0,
    similarity: 0,
    strength: shared ? 0.98 : 0,
    match: shared,
    matched: undefined,
    pieces: facts,
    explanation: shared
      ? 'The names differ, but both have the same identifier.'
      : 'The names have too little in common.',
  };
}

const other = 'other';

function compareOneWay(
  left: MatchQuery,
  right: MatchQuery,
  kind: QueryKind,
  settings: Settings,
): Comparison | undefined {
  const { names, ...facts } = right;
  const listed = names.map((text) => ({ text, kind: 'primary' as const }));
  let best: Comparison | undefined;
  for (const one of kind === 'any' ? matchKinds.filter((each) => each !== 'aircraft') : [kind]) {
    const matcher = NameMatcher.of([{ ...facts, id: other, kind: one, names: listed }], settings);
    const [match] = matcher.search({ ...left, kind: one }, { threshold: 0.01 });
    if (match && (!best || match.score > best.score)) {
      const { id: _id, kind: _kind, matched, ...rest } = match;
      best = { ...rest, matched: { left: matched.query, right: matched.name } };
    }
  }
  return best;
}

function turned(comparison: Comparison): Comparison {
  const { matched, pieces } = comparison;
  if (!matched) return comparison;
  return {
    ...comparison,
    matched: { left: matched.right, right: matched.left },
    pieces: pieces.map(turnedPiece),
  };
}

/** A piece as it is where the two sides change places. */
function turnedPiece(piece: Piece): Piece {
  switch (piece.code) {
    case 'only in query':
      return { ...piece, code: 'only in list' };
    case 'only in list':
      return { ...piece, code: 'only in query' };
    case 'rule':
    case 'reading':
      return piece;
    default:
      return 'query' in piece
        ? { ...piece, query: piece.listed, listed: piece.query }
        : { ...piece, asked: piece.listed, listed: piece.asked };
  }
}
