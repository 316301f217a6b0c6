import type { MatchKind } from '../kind.ts';
import spelling from '../tables/mutation-words.json' with { type: 'json' };
import type { SeededRandom } from './seeded-random.ts';

/** A way in which a true name is miswritten or varied; gives nothing where it does not apply to the name. */
export interface Mutation {
  readonly id: string;
  readonly summary: string;
  apply(name: string, kind: MatchKind, random: SeededRandom): string | undefined;
}

const latin = /^[\p{Script=Latin}\p{N}\p{P}\p{Z}\p{M}]+$/u;
const separator = /\s+/u;

function parts(name: string): string[] {
  return name.split(separator).filter((word) => word !== '');
}

/** The words of a person's name in the order given names first, where a comma tells. */
function plain(name: string): string {
  const comma = name.indexOf(', ');
  return comma > 0 ? `${name.slice(comma + 2)} ${name.slice(0, comma)}` : name;
}

/** A word of the name that letters can be changed in: the longest ones only, so that the name stays a name. */
function longWord(words: readonly string[], random: SeededRandom, least: number): number {
  const fit = words.flatMap((word, at) =>
    /^\p{Script=Latin}+$/u.test(word) && word.length >= least ? [at] : [],
  );
  return fit.length === 0 ? -1 : random.pick(fit);
}

function replaceAt(words: readonly string[], at: number, word: string): string {
  return words.map((old, index) => (index === at ? word : old)).join(' ');
}

function misspell(word: string, random: SeededRandom): string {
  const changed = misspellLetters(word.toLowerCase(), random);
  return inCaseOf(word, changed);
}

/** Capitals stay capitals: nobody slips in letter case and letter at once. */
function inCaseOf(pattern: string, word: string): string {
  if (pattern === pattern.toUpperCase()) return word.toUpperCase();
  return /^\p{Lu}/u.test(pattern) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

function misspellLetters(word: string, random: SeededRandom): string {
  const at = 1 + random.below(word.length - 1);
  const letter = 'abcdefghijklmnopqrstuvwxyz'[random.below(26)]!;
  switch (random.below(4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + letter + word.slice(at);
    case 2:
      return word.slice(0, at) + letter + word.slice(at + 1);
    default:
      return at + 1 < word.length && word[at] !== word[at + 1]
        ? word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
        : word.slice(0, at) + word[at] + word.slice(at);
  }
}

function swapPair(
  name: string,
  pairs: readonly (readonly string[])[],
  random: SeededRandom,
): string | undefined {
  const fit = pairs.filter(([from]) => name.toLowerCase().includes(from!));
  if (fit.length === 0) return undefined;
  const [from, to] = random.pick(fit);
  return name.replace(new RegExp(from!, 'i'), (found) =>
    found.length > 1 && found === found.toUpperCase()
      ? to!.toUpperCase()
      : found === found.toUpperCase() && /^\p{Ll}/u.test(to!)
        ? inCaseOf(found, to!)
        : to!,
  );
}

export const mutations: readonly Mutation[] = [
  { id: 'exact', summary: 'as listed', apply: (name) => name },
  {
    id: 'letter case',
    summary: 'in capitals, without punctuation',
    apply: (name) => name.toUpperCase().replace(/[.,'"]/g, ''),
  },
  {
    id: 'word order',
    summary: 'words in another order',
    apply(name, kind, random) {
      if (kind === 'vessel' || kind === 'aircraft' || !latin.test(name)) return undefined;
      const words = parts(plain(name));
      if (words.length < 2 || words.length > 6 || /[;(/]/.test(name)) return undefined;
      if (kind === 'person' && words.length > 2 && random.below(2) === 0)
        return [...words.slice(1), words[0]].join(' ');
      return kind === 'person' ? [words.at(-1), ...words.slice(0, -1)].join(' ') : undefined;
    },
  },
  {
    id: 'diacritics',
    summary: 'marks put on letters',
    apply: (name, _kind, random) =>
      latin.test(name) ? swapPair(name, spelling.diacritics, random) : undefined,
  },
  {
    id: 'look-alikes',
    summary: 'Cyrillic letters that look the same',
    apply: (name) =>
      latin.test(name) ? name.replace(/[aeo]/, (letter) => ({ a: 'а', e: 'е', o: 'о' })[letter]!) : undefined,
  },
  {
    id: 'one typo',
    summary: 'one letter wrong, missing, added or exchanged',
    apply(name, _kind, random) {
      const words = parts(plain(name));
      const at = longWord(words, random, 5);
      return at < 0 ? undefined : replaceAt(words, at, misspell(words[at]!, random));
    },
  },
  {
    id: 'two typos',
    summary: 'a letter wrong in each of two words, or two in one of eight letters',
    apply(name, _kind, random) {
      const words = parts(plain(name));
      const fit = words.flatMap((word, at) => (/^\p{Script=Latin}{5,}$/u.test(word) ? [at] : []));
      if (fit.length >= 2) {
        const [first, second] = [fit[0]!, fit.at(-1)!];
        words[first] = misspell(words[first]!, random);
        words[second] = misspell(words[second]!, random);
        return words.join(' ');
      }
      const at = fit[0];
      if (at === undefined || words[at]!.length < 8 || words.length < 2) return undefined;
      return replaceAt(words, at, misspell(misspell(words[at]!, random), random));
    },
  },
  {
    id: 'optical reading',
    summary: 'letters read wrongly from paper',
    apply: (name, kind, random) =>
      latin.test(name) && name.length > 8 && kind !== 'vessel'
        ? swapPair(name, spelling.print, random)
        : undefined,
  },
  {
    id: 'spelling',
    summary: 'another usual spelling of the same sounds',
    apply: (name, kind, random) =>
      kind === 'person' && latin.test(name) ? swapPair(plain(name), spelling.sounds, random) : undefined,
  },
  {
    id: 'joined words',
    summary: 'a space left out',
    apply(name, kind, random) {
      const words = parts(plain(name));
      if (words.length < 2 || words.length > 6 || !latin.test(name) || /\d/.test(name)) return undefined;
      if (kind === 'vessel' || kind === 'aircraft') return words.join('');
      const at = random.below(words.length - 1);
      if (words[at]!.length < 2 || words[at + 1]!.length < 2) return undefined;
      const joined = inCaseOf(words[at]!, (words[at]! + words[at + 1]!).toLowerCase());
      return [...words.slice(0, at), joined, ...words.slice(at + 2)].join(' ');
    },
  },
  {
    id: 'split word',
    summary: 'a space put in',
    apply(name, _kind, random) {
      const words = parts(plain(name));
      const at = longWord(words, random, 7);
      if (at < 0) return undefined;
      const word = words[at]!;
      const cut = 3 + random.below(word.length - 5);
      return replaceAt(words, at, `${word.slice(0, cut)} ${word.slice(cut)}`);
    },
  },
  {
    id: 'word left out',
    summary: 'a middle name, patronymic or generic word left out',
    apply(name, kind, random) {
      const words = parts(plain(name));
      if (kind === 'person') {
        if (words.length < 3 || /^(al|el|bin|abu|ibn|abd|de|van)-?$/i.test(words[1]!)) return undefined;
        return [words[0], ...words.slice(2)].join(' ');
      }
      if (kind !== 'company') return undefined;
      const fit = words.flatMap((word, at) =>
        spelling.generic.includes(word.toLowerCase().replace(/[.,]/g, '')) ? [at] : [],
      );
      if (fit.length === 0 || words.length < 3) return undefined;
      const at = random.pick(fit);
      return words.filter((_, index) => index !== at).join(' ');
    },
  },
  {
    id: 'word added',
    summary: 'a title, ship prefix or generic word added',
    apply(name, kind, random) {
      if (kind === 'person') return `${random.pick(spelling.titles)} ${plain(name)}`;
      if (kind === 'vessel') return `${random.pick(spelling.shipPrefixes)} ${name}`;
      return kind === 'company' && latin.test(name)
        ? `${random.pick(spelling.companyPrefixes)} ${name}`
        : undefined;
    },
  },
  {
    id: 'initial',
    summary: 'a given name as initial',
    apply(name, kind) {
      const comma = name.indexOf(', ');
      if (kind !== 'person' || comma <= 0 || !latin.test(name)) return undefined;
      const surname = name.slice(0, comma);
      const given = name.slice(comma + 2);
      return surname.length >= 5 && given.length > 2 ? `${given[0]}. ${surname}` : undefined;
    },
  },
  {
    id: 'legal form',
    summary: 'legal form left out, written out or shortened',
    apply(name, kind, random) {
      if (kind !== 'company') return undefined;
      return swapPair(name, spelling.legalForms, random);
    },
  },
  {
    id: 'cut off',
    summary: 'cut after 35 characters',
    apply: (name) => (name.length > 38 && latin.test(name) ? name.slice(0, 35) : undefined),
  },
  {
    id: 'payment line',
    summary: 'inside the text of a payment',
    apply(name, kind, random) {
      if (kind === 'vessel' || kind === 'aircraft' || !latin.test(name) || parts(name).length < 2)
        return undefined;
      const number = 10_000 + random.below(89_999);
      return random
        .pick(spelling.paymentLines)
        .replaceAll('#', String(number))
        .replace('@', plain(name).toUpperCase());
    },
  },
];
