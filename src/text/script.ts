/** ISO 15924 codes of the scripts this room can read; `Zyyy` is common (digits, punctuation), `Zzzz` any other. */
export const scripts = [
  'Latn',
  'Cyrl',
  'Grek',
  'Arab',
  'Hebr',
  'Hani',
  'Hang',
  'Kana',
  'Geor',
  'Armn',
  'Thai',
  'Mymr',
  'Deva',
  'Zyyy',
  'Zzzz',
] as const;
export type Script = (typeof scripts)[number];

/** A run of one script; `start` and `end` are UTF-16 offsets into the text. */
export interface ScriptSpan {
  readonly script: Script;
  readonly start: number;
  readonly end: number;
}

/** First code point, last code point, script. Sorted; letters only, from the Unicode block chart. */
const ranges: readonly (readonly [number, number, Script])[] = [
  [0x41, 0x5a, 'Latn'],
  [0x61, 0x7a, 'Latn'],
  [0xaa, 0xaa, 'Latn'],
  [0xba, 0xba, 'Latn'],
  [0xc0, 0xd6, 'Latn'],
  [0xd8, 0xf6, 'Latn'],
  [0xf8, 0x2af, 'Latn'],
  [0x370, 0x373, 'Grek'],
  [0x376, 0x37d, 'Grek'],
  [0x37f, 0x37f, 'Grek'],
  [0x386, 0x386, 'Grek'],
  [0x388, 0x3ff, 'Grek'],
  [0x400, 0x481, 'Cyrl'],
  [0x48a, 0x52f, 'Cyrl'],
  [0x531, 0x556, 'Armn'],
  [0x559, 0x559, 'Armn'],
  [0x560, 0x588, 'Armn'],
  [0x5d0, 0x5f2, 'Hebr'],
  [0x620, 0x64a, 'Arab'],
  [0x66e, 0x66f, 'Arab'],
  [0x671, 0x6d3, 'Arab'],
  [0x6d5, 0x6d5, 'Arab'],
  [0x6ee, 0x6ef, 'Arab'],
  [0x6fa, 0x6fc, 'Arab'],
  [0x6ff, 0x6ff, 'Arab'],
  [0x750, 0x77f, 'Arab'],
  [0x8a0, 0x8c7, 'Arab'],
  [0x900, 0x963, 'Deva'],
  [0x971, 0x97f, 'Deva'],
  [0xe01, 0xe3a, 'Thai'],
  [0xe40, 0xe4e, 'Thai'],
  [0x1000, 0x103f, 'Mymr'],
  [0x1050, 0x108f, 'Mymr'],
  [0x10a0, 0x10fa, 'Geor'],
  [0x10fc, 0x10ff, 'Geor'],
  [0x1100, 0x11ff, 'Hang'],
  [0x1c80, 0x1c88, 'Cyrl'],
  [0x1c90, 0x1cbf, 'Geor'],
  [0x1d00, 0x1d25, 'Latn'],
  [0x1e00, 0x1eff, 'Latn'],
  [0x1f00, 0x1fff, 'Grek'],
  [0x2c60, 0x2c7f, 'Latn'],
  [0x2de0, 0x2dff, 'Cyrl'],
  [0x2e80, 0x2fd5, 'Hani'],
  [0x3005, 0x3007, 'Hani'],
  [0x3041, 0x3096, 'Kana'],
  [0x309d, 0x309f, 'Kana'],
  [0x30a1, 0x30fa, 'Kana'],
  [0x30fc, 0x30ff, 'Kana'],
  [0x3131, 0x318e, 'Hang'],
  [0x31f0, 0x31ff, 'Kana'],
  [0x3400, 0x4dbf, 'Hani'],
  [0x4e00, 0x9fff, 'Hani'],
  [0xa640, 0xa69f, 'Cyrl'],
  [0xa722, 0xa7ff, 'Latn'],
  [0xa960, 0xa97c, 'Hang'],
  [0xaa60, 0xaa7f, 'Mymr'],
  [0xab30, 0xab64, 'Latn'],
  [0xac00, 0xd7a3, 'Hang'],
  [0xd7b0, 0xd7fb, 'Hang'],
  [0xf900, 0xfad9, 'Hani'],
  [0xfb00, 0xfb06, 'Latn'],
  [0xfb13, 0xfb17, 'Armn'],
  [0xfb1d, 0xfb4f, 'Hebr'],
  [0xfb50, 0xfdfb, 'Arab'],
  [0xfe70, 0xfefc, 'Arab'],
  [0xff21, 0xff3a, 'Latn'],
  [0xff41, 0xff5a, 'Latn'],
  [0xff66, 0xff9f, 'Kana'],
  [0xffa0, 0xffdc, 'Hang'],
  [0x1d400, 0x1d7cb, 'Latn'],
  [0x20000, 0x323af, 'Hani'],
];

const anyLetter = /^\p{L}$/u;

/** The script of one code point. Marks and digits are `Zyyy`: they take the script of their word. */
export function scriptOf(codePoint: number): Script {
  if (codePoint < 0x80) {
    const lower = codePoint | 0x20;
    return lower >= 0x61 && lower <= 0x7a ? 'Latn' : 'Zyyy';
  }
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle]!;
    if (codePoint < range[0]) high = middle - 1;
    else if (codePoint > range[1]) low = middle + 1;
    else return range[2];
  }
  // A lone surrogate is no letter; String.fromCodePoint accepts it and the pattern says no.
  return anyLetter.test(String.fromCodePoint(codePoint)) ? 'Zzzz' : 'Zyyy';
}

/**
 * Cuts a text into runs of one script. Common characters belong to the run before them (to the first run at the
 * start), so that `Иванов 2 Ltd` is two spans. A text without letters is one `Zyyy` span, an empty text none.
 */
export function scriptSpans(text: string): ScriptSpan[] {
  const spans: ScriptSpan[] = [];
  let script: Script | undefined;
  let start = 0;
  for (let index = 0; index < text.length; ) {
    const codePoint = text.codePointAt(index)!;
    const own = scriptOf(codePoint);
    if (own !== 'Zyyy' && own !== script) {
      if (script !== undefined) {
        spans.push({ script, start, end: index });
        start = index;
      }
      script = own;
    }
    index += codePoint > 0xffff ? 2 : 1;
  }
  if (text.length > 0) spans.push({ script: script ?? 'Zyyy', start, end: text.length });
  return spans;
}

/** The script with the most letters; of equals the one that comes first. `Zyyy` where there is no letter. */
export function mainScript(text: string): Script {
  const counts = new Map<Script, number>();
  for (let index = 0; index < text.length; ) {
    const codePoint = text.codePointAt(index)!;
    const own = scriptOf(codePoint);
    if (own !== 'Zyyy') counts.set(own, (counts.get(own) ?? 0) + 1);
    index += codePoint > 0xffff ? 2 : 1;
  }
  let best: Script = 'Zyyy';
  let most = 0;
  for (const [script, count] of counts) {
    if (count > most) {
      best = script;
      most = count;
    }
  }
  return best;
}
