import { isCentralEuropean } from './central-european.ts';

/** Encodings of exports that are no Unicode. */
export type LegacyEncoding =
  | 'windows-1252'
  | 'windows-1250'
  | 'windows-1251'
  | 'gb18030'
  | 'big5'
  | 'shift_jis'
  | 'euc-kr';

/** Two bytes of a run, where a pair stands in one of the double-byte encodings. */
interface Pairs {
  count: number;
  /** Lead bytes of kana and its punctuation in Shift JIS: in Western texts two rare quotes and nothing. */
  kana: number;
  /** Lead bytes that only Shift JIS has for common signs, kana among them; in Western texts quotes, š, ž and œ. */
  lowLead: number;
  /** Trail bytes below 0xA1, which GB 2312 and EUC-KR never have. */
  lowTrail: number;
  /** Lead bytes of the common characters of Big5, most of which are no letters in a Western text. */
  commonBig5: number;
  /** Lead bytes of Hangul syllables in EUC-KR. */
  hangul: number;
  /** Lead bytes of the common Chinese characters of GB 2312. */
  commonHan: number;
}

/**
 * The encoding of text that is not valid UTF-8. Western texts have single letters above ASCII between plain ones; texts in
 * other scripts have runs of them, whose bytes fall into the rows where each encoding keeps its common signs. A guess by
 * frequency, good from some ten signs on; with less to go by, windows-1252, the usual one.
 */
export function guessLegacyEncoding(head: Uint8Array): LegacyEncoding {
  let single = 0;
  let inRuns = 0;
  const pairs: Pairs = { count: 0, kana: 0, lowLead: 0, lowTrail: 0, commonBig5: 0, hangul: 0, commonHan: 0 };
  for (let at = 0; at < head.length; at++) {
    const from = at;
    while (at < head.length && head[at]! >= 0x80) at++;
    if (at - from === 1) single++;
    else inRuns += at - from;
  }
  for (let at = 0; at < head.length; ) at = head[at]! < 0x80 ? at + 1 : readPairs(head, at, pairs);
  const share = (count: number) => count / Math.max(1, pairs.count);
  const western = () => (isCentralEuropean(head) ? 'windows-1250' : 'windows-1252');
  if (single + inRuns < 6) return western();
  // The trail bytes of kana are mostly plain ones, so that they stand alone like Western letters.
  if (share(pairs.kana) > 0.3) return 'shift_jis';
  if (inRuns <= single) return western();
  if (share(pairs.lowLead) > 0.3) return 'shift_jis';
  if (share(pairs.lowTrail) > 0.15 && share(pairs.commonBig5) > 0.8) return 'big5';
  // Czech and Polish have letters above ASCII in a row.
  if (isCentralEuropean(head)) return 'windows-1250';
  if (share(pairs.hangul) > 0.9) return 'euc-kr';
  return share(pairs.commonHan) > 0.6 ? 'gb18030' : 'windows-1251';
}

/** Takes the bytes from `at` as pairs until one begins with plain ASCII; gives the place after them. */
function readPairs(head: Uint8Array, from: number, pairs: Pairs): number {
  let at = from;
  while (at + 1 < head.length && head[at]! >= 0x80) {
    const lead = head[at]!;
    const trail = head[at + 1]!;
    if (trail < 0x40) {
      at++;
      continue;
    }
    pairs.count++;
    if (lead >= 0x81 && lead <= 0x83) pairs.kana++;
    if (lead >= 0x81 && lead <= 0x9f) pairs.lowLead++;
    if (trail < 0xa1) pairs.lowTrail++;
    if (lead >= 0xa4 && lead <= 0xc6) pairs.commonBig5++;
    if (lead >= 0xb0 && lead <= 0xc8) pairs.hangul++;
    if (lead >= 0xa1 && lead <= 0xd7) pairs.commonHan++;
    at += 2;
  }
  return Math.max(at, from + 1);
}
