import type { DraftWord, Note } from './draft-word.ts';
import { tokenFlags } from './token.ts';

/** `S.A.R.L.`, `A-B-C`, `S A`: single letters in a row are one word. */
export function glueLetters(written: readonly DraftWord[], note: Note): readonly DraftWord[] {
  let any = false;
  for (let index = 1; index < written.length && !any; index++) {
    any =
      (written[index]!.native ?? written[index]!.text).length === 1 && written[index - 1]!.text.length <= 3;
  }
  if (!any) return written;
  const drafts = withoutAnd(written).map((word, index, all) =>
    asLetter(word, all[index - 1], all[index + 1]),
  );
  const out: DraftWord[] = [];
  for (let index = 0; index < drafts.length; index++) {
    const first = drafts[index]!;
    let end = index;
    while (
      end < drafts.length &&
      isLetter(drafts[end]!.native ?? drafts[end]!.text) &&
      (end === index || (close(drafts[end - 1]!, drafts[end]!) && !beginsAnother(drafts, end, index)))
    )
      end++;
    if (end - index < 2) {
      out.push(first);
      continue;
    }
    const letters = drafts.slice(index, end);
    const text = letters.map((word) => word.text).join('');
    note('letters joined', text);
    out.push({
      ...first,
      text,
      end: drafts[end - 1]!.end,
      flags: first.flags | tokenFlags.joined,
      dotted: false,
      raw: text,
      ...(first.native === undefined
        ? {}
        : { native: letters.map((word) => word.native ?? word.text).join('') }),
    });
    index = end - 1;
  }
  return out;
}

/** `G AND S` is `G&S`: between two single letters the word is a sign. */
function withoutAnd(words: readonly DraftWord[]): readonly DraftWord[] {
  const out: DraftWord[] = [];
  for (let index = 0; index < words.length; index++) {
    const before = words[index - 1];
    const after = words[index + 1];
    const joins =
      words[index]!.text === 'and' && before && after && isLetter(before.text) && isLetter(after.text);
    if (joins) out[out.length - 1] = { ...out.at(-1)!, end: words[index]!.end };
    else out.push(words[index]!);
  }
  return out;
}

/** `5.A.` is a misread `S.A.`: a digit with a full stop beside a single letter with one. */
function asLetter(word: DraftWord, before: DraftWord | undefined, after: DraftWord | undefined): DraftWord {
  const letter = word.text.length === 1 ? misread[word.text] : undefined;
  if (letter === undefined || !word.dotted) return word;
  const beside = (other: DraftWord | undefined): boolean =>
    other?.dotted === true && isLetter(other.text) && Math.abs(other.start - word.start) <= 2;
  return beside(before) || beside(after)
    ? { ...word, text: letter, flags: word.flags | tokenFlags.repaired }
    : word;
}
const misread: Readonly<Record<string, string>> = { 5: 's', 0: 'o', 1: 'l', 8: 'b', 6: 'g' };

const singleLetter = /^\p{L}$/u;
export function isLetter(text: string): boolean {
  return text.length <= 2 && singleLetter.test(text);
}

const prepositions = new Set(['i', 'u', 'v', 'w']);

/** Whether a letter behind others is none of theirs: `Sp. z o.o. w likwidacji`, `e.K. i.L.` */
function beginsAnother(words: readonly DraftWord[], at: number, first: number): boolean {
  const word = words[at]!;
  const before = words[at - 1]!;
  const next = words[at + 1];
  if (next === undefined || !before.dotted) return false;
  if (!word.dotted) return prepositions.has(word.raw) && next.text.length > 2;
  const gap = (left: DraftWord, right: DraftWord): number => right.start - left.end;
  return (
    at - first >= 2 && gap(before, word) > gap(words[at - 2]!, before) && gap(word, next) < gap(before, word)
  );
}

/** Nothing but a sign and blanks between: `S.A`, `S A`, `S. A`, `M & S`. */
function close(left: DraftWord, right: DraftWord): boolean {
  return right.start - left.end <= 3;
}
