import type { Engine } from '../../engine/index.ts';
import type { NameKind, PartyId } from '../../model/index.ts';

/** A name that the query is a part of. */
export interface PartHit {
  readonly party: PartyId;
  readonly name: string;
  readonly kind: NameKind;
}

interface Row extends PartHit {
  readonly plain: string;
}

const indexes = new WeakMap<Engine, readonly Row[]>();

/** Names between two of the steps in which the rows are made, each a few milliseconds. */
const namesAStep = 1000;

/** Makes the rows that every search reads, in steps between which others get their turn. */
export function* preparePartOfName(engine: Engine): Generator<void> {
  if (indexes.has(engine)) return;
  const rows: Row[] = [];
  for (const [party, { text: name, kind }] of engine.register.names()) {
    rows.push({ party, name, kind, plain: plainText(name) });
    if (rows.length % namesAStep === 0) yield;
  }
  indexes.set(engine, rows);
}

function rowsOf(engine: Engine): readonly Row[] {
  for (const _step of preparePartOfName(engine));
  return indexes.get(engine)!;
}

/**
 * Parties with a name in which the text stands as it is, at the beginning of a word: what one types when one knows only
 * a part; where it is a whole word of the name first. The name engine, which weighs what is missing, rightly calls many
 * of these no match.
 */
export function findPartOfName(engine: Engine, text: string): readonly PartHit[] {
  const wanted = plainText(text);
  const isHan = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(wanted);
  if (wanted.length < (isHan ? 2 : 3)) return [];
  const rows = rowsOf(engine);
  const best = new Map<PartyId, PartHit & { readonly isWhole: boolean }>();
  for (const { party, name, kind, plain } of rows) {
    if (!(isHan ? plain : ` ${plain}`).includes(isHan ? wanted : ` ${wanted}`)) continue;
    const isWhole = isHan || ` ${plain} `.includes(` ${wanted} `);
    const known = best.get(party);
    if (known === undefined || (isWhole && !known.isWhole)) best.set(party, { party, name, kind, isWhole });
  }
  return [...best.values()]
    .sort(
      (a, b) =>
        Number(b.isWhole) - Number(a.isWhole) ||
        a.name.length - b.name.length ||
        (a.party < b.party ? -1 : 1),
    )
    .map(({ party, name, kind }) => ({ party, name, kind }));
}

function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
