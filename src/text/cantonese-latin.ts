import { remember } from './bounded-cache.ts';

/**
 * Classes of Cantonese syllables: the spellings of Hong Kong, Macau and of Chinese abroad fall together (`Chun`,
 * `Tsun`; `Wah`, `Wa`; `Seng`, `Sing`), other syllables stay apart. They only meet other classes.
 */

const onsets: readonly (readonly [string, string])[] = [
  ['tch', 'c'],
  ['ch', 'c'],
  ['ts', 'c'],
  ['tz', 'c'],
  ['sh', 's'],
  ['kw', 'kw'],
  ['gw', 'kw'],
  ['qu', 'kw'],
  ['ng', ''],
  ['ph', 'p'],
  ['b', 'p'],
  ['p', 'p'],
  ['m', 'm'],
  ['f', 'f'],
  ['d', 't'],
  ['t', 't'],
  ['n', 'n'],
  ['l', 'l'],
  ['g', 'k'],
  ['k', 'k'],
  ['h', 'h'],
  ['z', 'c'],
  ['j', 'y'],
  ['y', 'y'],
  ['w', 'w'],
  ['s', 's'],
];

const finalsOf = (lines: string): ReadonlyMap<string, string> =>
  new Map(
    lines.split(' ').flatMap((line) => {
      const [to, ...from] = line.split('=').flatMap((part) => part.split(','));
      return [to!, ...from].map((spelling) => [spelling, to!] as const);
    }),
  );
const latinFinals = finalsOf(
  'a=ah,aa ai=aai au=aau,aw am=aam,um an=aan,un,urn ang=aang ap=aap,up at=aat,ut ak=aak,ark,uck e=eh,ea i=ei,ee,y,ie,ey,ay ' +
    'ing=eng ik=ek,ick eung=eong,ieong,oeung euk=eok iu=ew,io,iew im=eem in=een,ien ip=eep it=eet,iet ' +
    'o=or,oh,ou,ow,ore oi=oy on=orn ong ok=ock,oc,uok ot u=oo,ue,oe ui=ooi,uey,uy oon=oun ung=oong uk=ook oot uen=yun,uan uet=uit',
);
const jyutpingFinals = finalsOf(
  'a=aa ai=aai au=aau am=aam an=aan,eon ang=aang ap=aap at=aat,eot ak=aak e i=ei ing=eng ik=ek eung=oeng euk=oek ' +
    'iu im in ip it o=ou oi on ong ok ot u=yu,oe ui=eoi oon=un ung uk oot=ut uen=yun uet=yut',
);
const rounded = /^(?:k|kw|m|p|w|f|h)$/;

/** The class of a syllable in Latin letters; undefined where the letters are no Cantonese syllable. */
export const cantoneseClass: (word: string) => string | undefined = (word) => classOf(word) ?? undefined;
const classOf = remember<string | null>(8_192, (word) => {
  if (word.length > 6) return null;
  if (word === 'ng') return 'yue-ng';
  // Macau writes the glide with a vowel: Iat, Ieong, Kuok.
  const text = word.replace(/^i(?=[aeou])/, 'y').replace(/^([kg])u(?=[aeo])/, '$1w');
  for (const [spelling, onset] of onsets) {
    if (!text.startsWith(spelling)) continue;
    const rest = text.slice(spelling.length);
    const final = latinFinals.get(rest);
    if (final === undefined) continue;
    // Kun, Mun and Pun are gun, mun and pun; Chun, Shun and Lun are zan, seon and leon.
    return rest === 'un' && rounded.test(onset)
      ? classText(onset === 'kw' ? 'k' : onset, 'oon')
      : classText(onset, final);
  }
  const final = /^[aeiou]/.test(text) ? latinFinals.get(text) : undefined;
  return final === undefined ? null : classText('', final);
});

const jyutping = /^(gw|kw|ng|[bpmfdtnlgkhwzcsj]?)(.*)$/;
const jyutpingOnsets: Readonly<Record<string, string>> = {
  z: 'c',
  g: 'k',
  gw: 'kw',
  b: 'p',
  d: 't',
  j: 'y',
  ng: '',
};

/** The class of a syllable in Jyutping without tone. */
export function jyutpingClass(reading: string): string | undefined {
  const [, onset, rest] = jyutping.exec(reading)!;
  if (rest === '') return reading === 'ng' ? 'yue-ng' : undefined;
  const final = jyutpingFinals.get(rest!);
  return final === undefined ? undefined : classText(jyutpingOnsets[onset!] ?? onset!, final);
}

/** Yu and u, and the glide before i, are one in the spellings. */
function classText(onset: string, final: string): string {
  return `yue-${onset === 'y' && final.startsWith('i') ? '' : onset}${final}`;
}
