import { surnameTables } from '../surname-tables.ts';
import table from '../tables/pinyin-syllables.generated.json' with { type: 'json' };

/**
 * Chinese and Korean names in Cyrillic, by the systems that Russian and Ukrainian use: Palladius (`Си Цзиньпин` is Xi
 * Jinping) and Kontsevich (`Ким Чен Ын` is Kim Jong Un).
 */

const initials: Readonly<Record<string, string>> = {
  zh: 'чж',
  ch: 'ч',
  sh: 'ш',
  b: 'б',
  p: 'п',
  m: 'м',
  f: 'ф',
  d: 'д',
  t: 'т',
  n: 'н',
  l: 'л',
  g: 'г',
  k: 'к',
  h: 'х',
  j: 'цз',
  q: 'ц',
  x: 'с',
  r: 'ж',
  z: 'цз',
  c: 'ц',
  s: 'с',
  '': '',
};
const finals: Readonly<Record<string, string>> = {
  a: 'а',
  o: 'о',
  e: 'э',
  ai: 'ай',
  ei: 'эй',
  ao: 'ао',
  ou: 'оу',
  an: 'ань',
  en: 'энь',
  ang: 'ан',
  eng: 'эн',
  ong: 'ун',
  er: 'эр',
  i: 'и',
  ia: 'я',
  ie: 'е',
  iao: 'яо',
  iu: 'ю',
  ian: 'янь',
  in: 'инь',
  iang: 'ян',
  ing: 'ин',
  iong: 'юн',
  u: 'у',
  ua: 'уа',
  uo: 'о',
  uai: 'уай',
  ui: 'уй',
  uan: 'уань',
  un: 'унь',
  uang: 'уан',
  v: 'юй',
  ve: 'юэ',
  van: 'юань',
  vn: 'юнь',
};
const opened: Readonly<Record<string, string>> = {
  ya: 'я',
  ye: 'е',
  yao: 'яо',
  you: 'ю',
  yan: 'янь',
  yin: 'инь',
  yang: 'ян',
  ying: 'ин',
  yong: 'юн',
  yi: 'и',
  yu: 'юй',
  yue: 'юэ',
  yuan: 'юань',
  yun: 'юнь',
  wu: 'у',
  wa: 'ва',
  wo: 'во',
  wai: 'вай',
  wei: 'вэй',
  wan: 'вань',
  wen: 'вэнь',
  wang: 'ван',
  weng: 'вэн',
  zi: 'цзы',
  ci: 'цы',
  si: 'сы',
  hui: 'хуэй',
};

/** A pinyin syllable by Palladius; undefined where it has none. */
function palladius(syllable: string): string | undefined {
  const fixed = opened[syllable];
  if (fixed !== undefined) return fixed;
  const initial = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcs]?)/.exec(syllable)![0];
  let final = syllable.slice(initial.length);
  if ('jqx'.includes(initial || '-') && final.startsWith('u')) final = `v${final.slice(1)}`;
  const sound = finals[final];
  return sound === undefined ? undefined : initials[initial]! + sound;
}

let chinese: Map<string, string> | undefined;
function chineseSyllables(): Map<string, string> {
  if (chinese !== undefined) return chinese;
  chinese = new Map([
    ['хой', 'hui'],
    ['люй', 'lu'],
    ['нюй', 'nu'],
  ]);
  for (const syllable of table.syllables.split(' ')) {
    const sound = palladius(syllable);
    if (sound !== undefined && !chinese.has(sound)) chinese.set(sound, syllable);
  }
  return chinese;
}

/** Cuts a word into syllables that a table knows, the longest first; undefined where it does not come out. */
function cut(word: string, known: (part: string) => string | undefined, most: number): string[] | undefined {
  if (word === '') return [];
  if (most === 0) return undefined;
  for (let length = Math.min(6, word.length); length > 0; length--) {
    const own = known(word.slice(0, length));
    if (own === undefined) continue;
    const rest = cut(word.slice(length), known, most - 1);
    if (rest !== undefined) return [own, ...rest];
  }
  return undefined;
}

const koreanOnset = 'кх|кк|тх|тт|пх|пп|чх|чч|дж|чж|сс|[кгнтдрлмпбсчцхж]|';
const koreanNucleus = 'ый|ой|ва|во|ви|ве|вэ|йо|[аяоёуюыиэе]';
const koreanCoda = 'ль|нг|нъ|[кгнтмплр]|';
const koreanSyllable = new RegExp(`^(${koreanOnset})(${koreanNucleus})(${koreanCoda})$`, 'u');
const koreanSounds: Readonly<Record<string, string>> = {
  кх: 'k',
  кк: 'k',
  к: 'k',
  г: 'g',
  н: 'n',
  тх: 't',
  тт: 't',
  т: 't',
  д: 'd',
  р: 'r',
  л: 'l',
  м: 'm',
  пх: 'p',
  пп: 'p',
  п: 'p',
  б: 'b',
  сс: 's',
  с: 's',
  чх: 'ch',
  чч: 'ch',
  ч: 'ch',
  ц: 'ch',
  дж: 'j',
  чж: 'j',
  ж: 'j',
  х: 'h',
  ый: 'ui',
  ой: 'oe',
  ва: 'wa',
  во: 'wo',
  ви: 'wi',
  ве: 'we',
  вэ: 'wae',
  йо: 'yo',
  а: 'a',
  я: 'ya',
  о: 'o',
  ё: 'yo',
  у: 'u',
  ю: 'yu',
  ы: 'eu',
  и: 'i',
  э: 'ae',
  е: 'yo',
  ль: 'l',
  нг: 'ng',
  нъ: 'n',
};

function koreanLatin(part: string): string | undefined {
  const match = koreanSyllable.exec(part);
  if (match === null) return undefined;
  const [, onset, nucleus, coda] = match;
  const isSibilant = /[чцж]$/u.test(onset!);
  const vowel = nucleus === 'е' && isSibilant ? 'o' : koreanSounds[nucleus!]!;
  const end = coda === 'р' ? 'l' : (koreanSounds[coda!] ?? '');
  return (koreanSounds[onset!] ?? '') + vowel + end;
}

const koreanSurnames = new Set(
  'ким пак ли ри чхве цой чой чон чен кан чо юн чан лим им рим хан о со син квон хван ан сон рю хон ко мун ян пэ пэк хо нам сим но ро ха квак чха чу у ку мин тен'.split(
    ' ',
  ),
);

const ukrainian = /[іїєґ]/u;

/**
 * What a Chinese or Korean name in Cyrillic is in Latin letters; none where it is of no such shape. In Korean names n
 * stands for ng as well, so each is given.
 */
export function eastAsianLatin(words: readonly string[]): string[] {
  if (words.length < 2 || words.length > 3) return [];
  const own = ukrainian.test(words.join(''))
    ? words.map((word) => word.replaceAll('и', 'ы').replaceAll('і', 'и'))
    : words;
  const [surname, ...given] = own;
  const found: string[] = [];
  const pinyin = chineseSyllables().get(surname!);
  if (pinyin !== undefined && surnameTables.chineseLatin(pinyin).includes(pinyin)) {
    const parts = given.map((word) => cut(word, (part) => chineseSyllables().get(part), 2));
    if (parts.every((part) => part !== undefined) && parts.flat().length <= 2)
      found.push(`${pinyin} ${parts.flat().join('')}`);
  }
  if (koreanSurnames.has(surname!)) {
    const parts = given.map((word) => cut(word, koreanLatin, 2));
    const syllables = parts.flat();
    if (parts.every((part) => part !== undefined) && syllables.length === 2) {
      let ways: string[] = [koreanLatin(surname!) ?? ''];
      for (const syllable of syllables)
        ways = ways.flatMap((way) =>
          (syllable!.endsWith('n') ? [syllable, `${syllable}g`] : [syllable]).map((one) => `${way} ${one}`),
        );
      found.push(...ways);
    }
  }
  return found;
}
