/**
 * A Latin word as the sounds its letters may stand for: `tch`, `sch`, `ou` are one unit each. Fold keys and letter
 * distances work on units, so that `Kovaltchouk` and `Kovalchuk` differ by two cheap swaps, not by three letters.
 */

/** Unit codes 1 to 26 are the letters; the rest are clusters. 0 is no unit. */
export const clusters = [
  'shch',
  'tch',
  'sh',
  'zh',
  'kh',
  'gh',
  'dh',
  'th',
  'ph',
  'ts',
  'dj',
  'ou',
  'oo',
  'ee',
  'iy',
  'ck',
  'ae',
  'oe',
  'ue',
  'ch',
  'ff',
] as const;
export type Cluster = (typeof clusters)[number];

const firstCluster = 27;
/** Digits 0 to 9 have the codes from here. */
export const firstDigit = firstCluster + clusters.length;
/** All units of Latin words are below this; other characters are coded above it. */
export const latinUnits = firstDigit + 10;

/** The code of a letter or cluster. */
export function unitCode(unit: string): number {
  if (unit.length === 1) {
    const code = unit.charCodeAt(0);
    return code >= 0x61 ? code - 0x60 : firstDigit + code - 0x30;
  }
  return firstCluster + clusters.indexOf(unit as Cluster);
}

/** Spellings of a cluster, longest first; the right side is the cluster or letter it is read as. */
const clusterSpellings: readonly (readonly [string, string])[] = [
  ['schtsch', 'shch'],
  ['shtsh', 'shch'],
  ['sjtsj', 'shch'],
  ['stsch', 'shch'],
  ['sjtj', 'shch'],
  ['chtch', 'shch'],
  ['shch', 'shch'],
  ['szcz', 'shch'],
  ['tsch', 'tch'],
  ['dsch', 'dj'],
  ['dzh', 'dj'],
  ['tch', 'tch'],
  ['tsj', 'tch'],
  ['sch', 'sh'],
  ['cz', 'tch'],
  ['dj', 'dj'],
  ['sh', 'sh'],
  ['sz', 'sh'],
  ['zh', 'zh'],
  ['kh', 'kh'],
  ['ch', 'ch'],
  ['gh', 'gh'],
  ['dh', 'dh'],
  ['th', 'th'],
  ['ph', 'ph'],
  ['ts', 'ts'],
  ['tz', 'ts'],
  ['ou', 'ou'],
  ['oo', 'oo'],
  ['ee', 'ee'],
  ['ck', 'ck'],
  ['sj', 'sh'],
  ['zj', 'zh'],
  ['ae', 'ae'],
  ['oe', 'oe'],
  ['ue', 'ue'],
];
const byFirst = new Map<number, (readonly [string, number])[]>();
for (const [spelling, unit] of clusterSpellings) {
  const first = spelling.charCodeAt(0);
  const list = byFirst.get(first) ?? [];
  list.push([spelling, unitCode(unit)]);
  byFirst.set(first, list);
}

/** The units that a word whose first character has this code may begin with. */
export function firstUnits(code: number): readonly number[] {
  const units = [...(byFirst.get(code) ?? []).map(([, unit]) => unit), unitCode(String.fromCharCode(code))];
  if (code === 0x78) units.push(khUnit);
  if (units.includes(ouUnit)) units.push(wUnit);
  if (code === 0x68) units.push(thUnit);
  return units;
}
const finalY = /(?:iy|ij|yi|ii|yy|yj)$/;
const finalV = /[eo]ff$/;
function endsInY(code: number): boolean {
  return code >= 0x69 && (code === 0x69 || code === 0x6a || code === 0x79);
}
const yUnit = unitCode('y');
const vUnit = unitCode('v');
const khUnit = unitCode('kh');
const thUnit = unitCode('th');
const ouUnit = unitCode('ou');
const wUnit = unitCode('w');

function isUmlaut(spelling: string): boolean {
  return spelling.length === 2 && spelling.charCodeAt(1) === 0x65 && spelling !== 'ee';
}

function isOpenVowel(code: number): boolean {
  return code === 0x61 || code === 0x65 || code === 0x69;
}

function isSoft(spelling: string): boolean {
  return spelling.length === 2 && spelling.charCodeAt(1) === 0x6a && spelling !== 'dj';
}

function isGlideBefore(code: number): boolean {
  return code === 0x61 || code === 0x75 || Number.isNaN(code);
}

/** X as in Xalid, Xojayev and Farxod; before i and u it is Chinese, elsewhere ks. */
function isGuttural(word: string, index: number): boolean {
  const next = word.charCodeAt(index + 1);
  const opens = next === 0x61 || next === 0x6f;
  return index === 0
    ? opens || next === 0x72 || next === 0x6c || next === 0x76
    : opens && word.charCodeAt(index - 1) === 0x72;
}

function isVOrE(code: number): boolean {
  return code === 0x76 || code === 0x77 || code === 0x65;
}

/** Cuts a folded word into units; characters outside a-z and 0-9 keep their code above `latinUnits`. */
export function letterUnits(word: string): Uint16Array {
  const units = new Uint16Array(word.length);
  let length = 0;
  // Word ends that are one sound: -iy, -ij, -ii as -y; -eff, -off as -ev, -ov.
  let end = word.length;
  let last = 0;
  if (end > 3) {
    if (endsInY(word.charCodeAt(end - 1)) && finalY.test(word)) {
      end -= 2;
      last = yUnit;
    } else if (word.charCodeAt(end - 1) === 0x66 && finalV.test(word)) {
      end -= 2;
      last = vUnit;
    }
  }
  let begin = 0;
  // Burmese: Htun is Tun.
  if (word.charCodeAt(0) === 0x68 && word.charCodeAt(1) === 0x74) {
    units[length++] = thUnit;
    begin = 2;
  }
  for (let index = begin; index < end; ) {
    const code = word.charCodeAt(index);
    if (code >= 0x61 && code <= 0x7a) {
      const candidates = byFirst.get(code);
      let taken = 0;
      if (candidates !== undefined) {
        for (const [spelling, unit] of candidates) {
          if (index + spelling.length <= end && word.startsWith(spelling, index)) {
            // Aev, oev, uev are two vowels of a Slavic name: Nikolaevich as Nikolayevich.
            // Saeed is Sa-eed.
            if (isUmlaut(spelling) && isVOrE(word.charCodeAt(index + 2))) continue;
            // Before a and u the j of sj and zj is a glide: Vasja, Zjuganov.
            if (isSoft(spelling) && isGlideBefore(word.charCodeAt(index + 2))) continue;
            // Ouali is Wali.
            const opens = unit === ouUnit && index === 0 && isOpenVowel(word.charCodeAt(2));
            units[length++] = opens ? wUnit : unit;
            taken = spelling.length;
            break;
          }
        }
      }
      if (taken > 0) {
        index += taken;
        continue;
      }
      units[length++] = code === 0x78 && isGuttural(word, index) ? khUnit : code - 0x60;
    } else if (code >= 0x30 && code <= 0x39) units[length++] = firstDigit + code - 0x30;
    else units[length++] = Math.max(code, latinUnits);
    index++;
  }
  if (last !== 0) units[length++] = last;
  return units.slice(0, length);
}
