import type { ListingNote, ScreenAnswer } from '../../../engine/screening/answer-row.ts';
import { listingInWords } from '../../../engine/screening/listing-in-words.ts';
import { prose, wrap } from '../../terminal.ts';

/** An answer for people to read. */
export function answerText(query: string, answer: ScreenAnswer, threshold: number): string {
  if (answer.status === 'error') return `${query}: not screened. ${answer.error?.message ?? ''}\n`;
  if (answer.results.length === 0) {
    const short = isOneWord(query)
      ? ' One word of a longer name is too little for a hit: give the whole name.'
      : '';
    return `${query}: no hit at ${threshold} or above.${short} No hit is not clearance: lists change, and names are written in many ways.\n`;
  }
  const count = answer.results.length;
  const said =
    count === 1 && !answer.more
      ? '1 hit: a possible match'
      : `${count} ${count === 1 ? 'hit' : 'hits'}${answer.more ? ' and more' : ''}: possible matches`;
  const lines = [`${query}: ${said} until a person has checked`];
  for (const result of answer.results) {
    lines.push('', `  ${result.caption}  [${result.schema}, ${result.id}]`);
    lines.push(
      `  score ${result.score}, similarity ${result.similarity}, strength of evidence ${result.strength}`,
    );
    lines.push(wrap(result.explanation, 96, '  ').trimEnd());
    if (result.listings.length === 0) lines.push(`  on no list itself; ${result.related?.join('; ') ?? ''}`);
    for (const listing of inOrder(result.listings))
      lines.push(prose(`- ${listingText(listing)}`, '  ', '    '));
  }
  if (answer.more) lines.push('', '  More match, less well; --limit says how many are shown.');
  return `${lines.join('\n')}\n`;
}

/** `Putin` is on lists as a word of a name only, and on some as a name. */
function isOneWord(query: string): boolean {
  return /^\p{L}+$/u.test(query.trim());
}

/** What is in force first, what is over last. */
function inOrder(listings: readonly ListingNote[]): ListingNote[] {
  const rank = ({ state }: ListingNote) => ['in force', 'not known', 'not yet', 'ended'].indexOf(state);
  return [...listings].sort((a, b) => rank(a) - rank(b));
}

function listingText(listing: ListingNote): string {
  const programs = listing.programs.length > 0 ? ` [${listing.programs.join(', ')}]` : '';
  return `${listing.regime}${programs}: ${listingInWords(listing)}; ${listing.citation}`;
}
