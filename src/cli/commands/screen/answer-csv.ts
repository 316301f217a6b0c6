import { standingsInWords } from '../../../archive/index.ts';
import type { ScreenAnswer } from '../../../engine/screening/answer-row.ts';
import { listingInWords } from '../../../engine/screening/listing-in-words.ts';
import { csvLine } from '../../../formats/index.ts';

/** Columns of every row, those of a hit, and again of every row. */
const ofRow = ['row', 'id', 'query', 'status'];
const ofHit = [
  'party',
  'caption',
  'score',
  'similarity',
  'strength',
  'matched name',
  'name kind',
  'listings',
  'explanation',
];
/** `more` says “yes” where others match too whom `--limit` left out. */
const ofRest = ['more', 'register', 'lists'];

export const csvHeader: string = csvLine([...ofRow, ...ofHit, ...ofRest]);

/** The lines of an answer: one for each hit, or one without. `lists` says what is wrong with the lists searched. */
export function csvLines(query: string, answer: ScreenAnswer): string[] {
  const head = [String(answer.row), answer.id, query, answer.status];
  const { register, listStandings, more } = answer;
  const tail = [more ? 'yes' : '', register, listStandings ? standingsInWords(listStandings) : ''];
  if (answer.results.length === 0) {
    const blank = ofHit.slice(1).map(() => '');
    return [csvLine([...head, ...blank, answer.error?.message ?? '', ...tail])];
  }
  return answer.results.map((result) =>
    csvLine([
      ...head,
      result.id,
      result.caption,
      String(result.score),
      String(result.similarity),
      String(result.strength),
      result.matched.name,
      result.matched.kind,
      result.listings
        .map((listing) => `${listing.regime} (${listingInWords(listing, (day) => day)})`)
        .join('; '),
      result.explanation,
      ...tail,
    ]),
  );
}
