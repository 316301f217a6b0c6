import { type Engine, screenedParty, withIdentifiersNamed } from '../../engine/index.ts';
import type { Match, Piece } from '../../match/index.ts';
import { Fault } from '../../model/index.ts';
import { type Entity, entityOf } from './entity.ts';

/** A query by example: a schema and properties in the names of FollowTheMoney. */
export interface ExampleQuery {
  readonly schema?: string | undefined;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface ScoredEntity extends Entity {
  readonly score: number;
  readonly match: boolean;
  readonly explanations: Readonly<
    Record<string, { detail: string; score: number; query: string | null; candidate: string | null }>
  >;
}

export interface FindOptions {
  readonly limit: number;
  /** Least score of a match. */
  readonly threshold: number;
  /** Least score of a result, where it is under the threshold: results between the two are no matches. */
  readonly cutoff?: number | undefined;
  readonly isMember: (id: string) => boolean;
  /** What the entity itself has to fit beside; everything does where absent. */
  readonly fits?: ((entity: Entity) => boolean) | undefined;
}

/** Parties like the example, best first. Throws `AS_USAGE` where the example has no name and no identifier. */
export function findLike(
  engine: Engine,
  query: ExampleQuery,
  options: FindOptions,
): { readonly results: ScoredEntity[]; readonly total: number } {
  const asked = screenedParty(query.properties, query.schema);
  if (!asked)
    throw new Fault('AS_USAGE', 'The example has no name and no identifier.', {
      remedy: 'Give at least the property “name”.',
    });
  const wanted = withIdentifiersNamed(asked, engine.register);
  const least = Math.min(options.threshold, options.cutoff ?? options.threshold);
  // Ids of the index are ids of the register it was made from.
  const entity = ({ id }: Match) => entityOf(engine, engine.register.party(id)!);
  const { fits } = options;
  const matches = engine.names
    .search(wanted, { threshold: least })
    .filter((match) => options.isMember(match.id) && (!fits || fits(entity(match))));
  return {
    results: matches
      .slice(0, options.limit)
      .map((match) => scored(entity(match), match, match.score >= options.threshold)),
    total: matches.length,
  };
}

function scored(entity: Entity, match: Match, isMatch: boolean): ScoredEntity {
  const pieces = match.pieces.map(
    (piece, index) => [`${piece.code} ${index + 1}`, explained(piece)] as const,
  );
  const { query, name } = match.matched;
  const similarity = { detail: match.explanation, score: match.similarity, query, candidate: name };
  return {
    ...entity,
    score: match.score,
    match: isMatch,
    explanations: { name: similarity, ...Object.fromEntries(pieces) },
  };
}

function explained(piece: Piece) {
  switch (piece.code) {
    case 'rule':
      return { detail: piece.rule, score: 0, query: null, candidate: null };
    case 'reading':
      return { detail: piece.reading, score: 0, query: null, candidate: null };
    case 'only in query':
      return { detail: piece.role, score: 0, query: piece.word, candidate: null };
    case 'only in list':
      return { detail: piece.role, score: 0, query: null, candidate: piece.word };
    case 'birth date':
    case 'country':
    case 'identifier':
    case 'gender':
    case 'address':
      return { detail: piece.verdict, score: piece.weight, query: piece.asked, candidate: piece.listed };
    default:
      return { detail: piece.code, score: piece.similarity, query: piece.query, candidate: piece.listed };
  }
}
