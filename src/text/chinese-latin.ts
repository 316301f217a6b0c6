import { remember } from './bounded-cache.ts';
import table from './tables/pinyin-syllables.generated.json' with { type: 'json' };

const syllables = new Set(table.syllables.split(' '));
for (const own of ['lv', 'nv', 'lyu', 'nyu']) syllables.add(own);

/** Whether a word is one Mandarin syllable in pinyin. */
export function isPinyin(word: string): boolean {
  return syllables.has(word);
}

/**
 * Cuts a Latin word into pinyin syllables: as few as possible, of equals the one in which fewest begin with a vowel,
 * as the spelling rules have it (`xian` is one, `fangan` is fan gan). Undefined where it does not come out.
 */
export const pinyinParse: (word: string) => readonly string[] | undefined = (word) =>
  parsed(word) ?? undefined;
const parsed = remember<readonly string[] | null>(32_768, (word) => {
  if (word.length > 30 || !/^[a-z]+$/.test(word)) return null;
  // best[i]: cost of the best cut of the first i letters.
  const best = new Array<number>(word.length + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Array<number>(word.length + 1).fill(-1);
  best[0] = 0;
  for (let end = 1; end <= word.length; end++) {
    for (let start = Math.max(0, end - 6); start < end; start++) {
      if (best[start] === Number.POSITIVE_INFINITY || !syllables.has(word.slice(start, end))) continue;
      const vowel = start > 0 && 'aeo'.includes(word[start]!) ? 10 : 0;
      const cost = best[start]! + 100 + vowel;
      if (cost < best[end]!) {
        best[end] = cost;
        from[end] = start;
      }
    }
  }
  if (best[word.length] === Number.POSITIVE_INFINITY) return null;
  const out: string[] = [];
  for (let end = word.length; end > 0; end = from[end]!) out.unshift(word.slice(from[end]!, end));
  return out;
});

const initials: readonly (readonly [string, string])[] = [
  ['zh', 'ch'],
  ['ch', 'ch'],
  ['sh', 'sh'],
  ['b', 'p'],
  ['d', 't'],
  ['g', 'k'],
  ['j', 'ch'],
  ['q', 'ch'],
  ['x', 'hs'],
  ['z', 'ts'],
  ['c', 'ts'],
  ['r', 'j'],
];
const whole: Readonly<Record<string, string>> = {
  zhi: 'chih',
  chi: 'chih',
  shi: 'shih',
  ri: 'jih',
  zi: 'tzu',
  ci: 'tzu',
  si: 'ssu',
  yan: 'yen',
  ye: 'yeh',
  yi: 'i',
  you: 'yu',
  yong: 'yung',
  yue: 'yueh',
  e: 'o',
  ge: 'ko',
  ke: 'ko',
  he: 'ho',
  er: 'erh',
  gui: 'kuei',
  kui: 'kuei',
  guo: 'kuo',
  kuo: 'kuo',
  huo: 'huo',
  shuo: 'shuo',
};

/** Wade-Giles of a pinyin syllable, without apostrophes and with `u` for `ü`, as passports and lists write it. */
export function wadeGiles(syllable: string): string {
  const fixed = whole[syllable];
  if (fixed !== undefined) return fixed;
  const initial = initials.find(([pinyin]) => syllable.startsWith(pinyin));
  const rest = initial === undefined ? /^[^aeiou]*/.exec(syllable)![0] : initial[0];
  const final = syllable.slice(rest.length);
  const start = initial?.[1] ?? rest;
  const palatal =
    rest === 'j' || rest === 'q' || rest === 'x' || rest === 'y' || rest === 'l' || rest === 'n';
  let end = final;
  if (final === 'ian') end = 'ien';
  else if (final === 'ie') end = 'ieh';
  else if (final === 'ue') end = 'ueh';
  else if (final === 'ong') end = 'ung';
  else if (final === 'iong') end = 'iung';
  else if (final === 'uo') end = 'o';
  else if (final === 'iu') end = 'iu';
  else if (final === 'v') end = 'u';
  else if (final === 'u' && palatal) end = 'u';
  return start + end;
}

const fromWadeGiles = new Map<string, string[]>();
for (const syllable of syllables) {
  const form = wadeGiles(syllable);
  const list = fromWadeGiles.get(form);
  if (list === undefined) fromWadeGiles.set(form, [syllable]);
  else list.push(syllable);
}
fromWadeGiles.set('szu', ['si']);
fromWadeGiles.set('e', ['e']);
fromWadeGiles.set('lo', ['luo', 'le']);
fromWadeGiles.set('kuan', ['guan', 'kuan']);

/** The pinyin syllables that a Wade-Giles syllable without apostrophe may be; empty where it is none. */
export function fromWade(syllable: string): readonly string[] {
  return fromWadeGiles.get(syllable) ?? [];
}

/** Cuts a word into Wade-Giles syllables, as few as possible; undefined where it does not come out. */
export function wadeParse(word: string): readonly string[] | undefined {
  if (word.length > 20) return undefined;
  if (fromWadeGiles.has(word)) return [word];
  for (let cut = word.length - 1; cut > 0; cut--) {
    const left = word.slice(0, cut);
    const right = word.slice(cut);
    if (fromWadeGiles.has(left) && fromWadeGiles.has(right)) return [left, right];
  }
  return undefined;
}

/** Ways to write n syllables as joined runs of one to four: all for up to four, the usual ones for more. */
export function runs(count: number): readonly (readonly number[])[] {
  const known = usual[count];
  if (known !== undefined) return known;
  const pairs = new Array<number>(Math.floor(count / 2)).fill(2);
  const odd = count % 2 === 1;
  return odd
    ? [
        [...pairs.slice(1), 3],
        [3, ...pairs.slice(1)],
        [...pairs, 1],
        [1, ...pairs],
      ]
    : [pairs];
}
const usual: Readonly<Record<number, readonly (readonly number[])[]>> = {
  0: [[]],
  1: [[1]],
  2: [[2]],
  3: [[3], [2, 1], [1, 2]],
  4: [[4], [2, 2], [1, 3], [3, 1]],
  5: [
    [2, 3],
    [3, 2],
    [4, 1],
    [1, 4],
    [2, 2, 1],
  ],
  6: [
    [2, 2, 2],
    [3, 3],
    [4, 2],
    [2, 4],
  ],
};

/** Joins syllables by a way of `runs`. */
export function joinRuns(list: readonly string[], way: readonly number[]): string[] {
  const out: string[] = [];
  let at = 0;
  for (const length of way) {
    out.push(list.slice(at, at + length).join(''));
    at += length;
  }
  return out;
}
