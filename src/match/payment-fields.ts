import { isFunctionWord, legalForm, normalise, placeWords } from '../text/index.ts';
import table from './tables/free-text-words.json' with { type: 'json' };

const splitters = new Set(table.splitters.split(' '));
const fillers = new Set(table.fillers.split(' '));
/** A longer stretch between two signs of a payment is a sentence, not a name. */
const longestField = 12;
const mostFields = 8;

/** `1/NAME 2/STREET`, `/BENEF/NAME/INV 7`: strokes and line numbers part the fields of payment messages. */
const fieldSign = /(?:^|\s):\d{2}[a-z]?:|(?:^|\s|\/)\d\/|\/{1,2}|[\r\n;|]+/i;
const word = /[\p{L}\p{M}\p{N}&.'’`-]+/gu;
/** References, amounts and dates, but not the number of a plant or ship. */
const reference = /\d{4,}|^\p{L}{1,3}\d{3,}$/u;

/**
 * The stretches of a payment text that may be a whole name: what stands between line numbers, strokes, references and
 * words of payments, with and without the places at its end. Unlike a name found anywhere in a text, a whole field may
 * be a name of common words: `PAYMENT OF INVOICE 88 TO ALI SALEHI ISTANBUL`.
 */
export function paymentFields(text: string): readonly string[] {
  const fields = new Set<string>();
  for (const part of text.split(fieldSign)) {
    let run: string[] = [];
    const close = (): void => {
      addField(fields, run);
      run = [];
    };
    for (const [written] of (part ?? '').matchAll(word)) {
      const text = folded(written);
      if (splitters.has(text) || reference.test(text)) close();
      else run.push(written);
    }
    close();
  }
  fields.delete(text.trim());
  return [...fields].slice(0, mostFields);
}

function addField(fields: Set<string>, given: readonly string[]): void {
  let words = given;
  // `INVOICE NO 311`: a short number is a reference too where a word says so.
  if (words.length > 1 && numberSigns.has(folded(words[0])) && /^\d+$/.test(words[1]!))
    words = words.slice(2);
  // `FOR STEEL PIPES` says what is paid for; a firm shows there by its legal form.
  const isGoods = folded(words[0]) === 'for' || folded(words[0]) === 'goods';
  while (words.length > 0 && isFiller(words[0]!)) words = words.slice(1);
  while (words.length > 0 && isFiller(words.at(-1)!)) words = words.slice(0, -1);
  if (words.length < 2 || words.length > longestField) return;
  if (isGoods && legalForm(words.map(folded)).length === 0) return;
  const named = withoutPlaces(words);
  // A field of places alone is an address.
  if (named.length === 0) return;
  fields.add(words.join(' '));
  if (named.length < words.length && named.length > 1) fields.add(named.join(' '));
}

const numberSigns = new Set(['no', 'nr', 'number', 'num']);

function isFiller(written: string): boolean {
  const text = folded(written);
  return text === '' || fillers.has(text);
}

function withoutPlaces(words: readonly string[]): readonly string[] {
  let end = words.length;
  for (;;) {
    const last = folded(words[end - 1]);
    const pair = folded(words[end - 2]) + last;
    // `National Bank of Iraq` is no National Bank.
    if (end > 1 && isFunctionWord(folded(words[end - 2]))) return words.slice(0, end);
    if (end > 1 && placeWords(pair) !== undefined) end -= 2;
    else if (end > 1 && last === 'city' && placeWords(folded(words[end - 2])) !== undefined) end -= 2;
    else if (end > 0 && placeWords(last) !== undefined) end--;
    else return words.slice(0, end);
  }
}

function folded(written: string | undefined): string {
  return written === undefined ? '' : normalise(written).text.replace(/[^\p{L}\p{N}]/gu, '');
}
