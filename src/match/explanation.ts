import type { NameKind } from '../model/index.ts';
import type { Piece } from './pieces.ts';

const kindWords: Readonly<Record<NameKind, string>> = {
  primary: 'the listed name',
  alias: 'the listed alias',
  'weak alias': 'the weak alias',
  former: 'the former name',
  brand: 'the brand',
  transliteration: 'the transliteration',
};

/** What the two sides are called in a sentence. */
interface Sides {
  readonly asked: string;
  readonly listed: string;
}

const beforeList: Sides = { asked: 'the query', listed: 'the list' };

/** One plain sentence on why a name was found on a list, and what speaks against it. */
export function explain(
  matched: { readonly query: string; readonly name: string; readonly kind: NameKind },
  pieces: readonly Piece[],
): string {
  const head = `${quote(matched.query)} matches ${kindWords[matched.kind]} ${quote(matched.name)}`;
  return sentence(head, pieces, beforeList);
}

/** The same of a party that shares an identifier and no name. */
export function explainIdentifier(
  matched: { readonly query: string; readonly name: string },
  facts: readonly Piece[],
): string {
  const whose = matched.query === '' ? 'The query' : quote(matched.query);
  return sentence(`${whose} has an identifier of ${quote(matched.name)}`, facts, beforeList);
}

/** The same of two names of which neither is listed. */
export function explainPair(left: string, right: string, pieces: readonly Piece[]): string {
  const sides = { asked: 'the first', listed: 'the second' };
  return sentence(`${quote(left)} compared with ${quote(right)}`, pieces, sides);
}

function sentence(head: string, pieces: readonly Piece[], sides: Sides): string {
  const same: string[] = [];
  const alike: string[] = [];
  const against: string[] = [];
  const supports: string[] = [];
  for (const piece of pieces) {
    switch (piece.code) {
      case 'same word':
        // A text without spaces is one word as written for each of its words.
        if (!same.includes(quote(piece.query))) same.push(quote(piece.query));
        break;
      case 'same sounds':
        alike.push(`${quote(piece.query)} is another spelling of ${quote(piece.listed)}`);
        break;
      case 'like letters':
        alike.push(`${quote(piece.query)} is close to ${quote(piece.listed)}`);
        break;
      case 'same group':
        alike.push(`${quote(piece.query)} stands for ${quote(piece.listed)}`);
        break;
      case 'same consonants':
        alike.push(`${quote(piece.query)} has the consonants of ${quote(piece.listed)}`);
        break;
      case 'joined':
        alike.push(`${quote(piece.query)} is ${quote(piece.listed)} with other spaces`);
        break;
      case 'initial':
        alike.push(`${quote(piece.query)} may stand for ${quote(piece.listed)}`);
        break;
      case 'cut off':
        alike.push(`${quote(piece.query)} may be the beginning of ${quote(piece.listed)}`);
        break;
      case 'only in query':
        if (piece.weight > 0.05) against.push(`${sides.listed} does not have ${quote(piece.word)}`);
        break;
      case 'only in list':
        if (piece.weight > 0.05) against.push(`${sides.asked} does not have ${quote(piece.word)}`);
        break;
      case 'rule':
        against.push(piece.rule);
        break;
      case 'reading':
        supports.push(`read as ${piece.reading}`);
        break;
      case 'birth date':
      case 'country':
      case 'identifier':
      case 'gender':
      case 'address':
        (piece.verdict === 'different' ? against : supports).push(
          piece.verdict === 'different'
            ? `${piece.code} ${piece.asked} against ${piece.listed}`
            : `${piece.verdict} ${piece.code} (${piece.listed})`,
        );
        break;
    }
  }
  const reasons = [...(same.length > 0 ? [`same ${list(same)}`] : []), ...alike, ...supports];
  const why = reasons.length > 0 ? `: ${reasons.join('; ')}` : '';
  const but = against.length > 0 ? `; against it: ${against.join('; ')}` : '';
  return `${head}${why}${but}.`;
}

function quote(text: string): string {
  return `“${text}”`;
}

function list(words: readonly string[]): string {
  return words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
