import {
  type FactWord,
  factKeys,
  jurisdictions,
  lookUp,
  places,
  plainWord,
  purposes,
} from '../model/index.ts';
import { countryCode } from '../text/country.ts';
import { findInText } from './item-kind.ts';

/** The value of a fact that was stated to be unknown. */
export const unknown = 'unknown';
/** The value of a fact that was stated twice, differently. */
export const conflicting = 'conflicting';

/** The facts of a question in the words of the closed vocabulary. */
export interface StatedFacts {
  readonly values: Map<string, string>;
  /** What was stated twice, differently: `purpose`: `public safety` and `private household`. */
  readonly conflicts: Map<string, string>;
  /** What was not understood and so not used. */
  readonly notices: string[];
}

export function noFacts(): StatedFacts {
  return { values: new Map(), conflicts: new Map(), notices: [] };
}

/** Puts a fact down; a second, different value makes it conflicting. */
export function stateFact(facts: StatedFacts, fact: string, value: string): void {
  const before = facts.values.get(fact);
  if (before === undefined || before === unknown) {
    facts.values.set(fact, value);
  } else if (before !== value && value !== unknown && before !== conflicting) {
    facts.values.set(fact, conflicting);
    facts.conflicts.set(fact, `${before} and ${value}`);
  }
}

/** Reads one stated fact. A key or value outside the vocabulary becomes a notice and is not used. */
export function readFact(facts: StatedFacts, key: string, value: string | number | boolean | null): void {
  if (value === null || value === '') return;
  const fact = factKeys.find(key);
  if (!fact) {
    readOtherKey(facts, key, value);
    return;
  }
  const text = String(value);
  const word = isUnknown(text) ? unknown : readValue(fact, text);
  if (word === undefined) {
    facts.notices.push(`The value "${text}" of the fact "${fact.word}" was not understood and not used.`);
    return;
  }
  stateFact(facts, fact.word, word);
  // "For the Department of Defense" says for whom and which agency.
  if (fact.word === 'for' && readValue(agencyFact, text) === 'dod') stateFact(facts, 'agency', 'dod');
}

const agencyFact = factKeys.find('agency')!;

/** Keys that state a value of another fact by themselves. */
const shorthands: Readonly<Record<string, readonly [fact: string, value: string]>> = {
  dod: ['agency', 'dod'],
  'dod contract': ['agency', 'dod'],
  'own use': ['for', 'own use'],
  'new model': ['authorised before', 'no'],
  usd: ['currency', 'USD'],
};

/** `{"wind-down": true}` and the like: a purpose or place used as a key. */
function readOtherKey(facts: StatedFacts, key: string, value: string | number | boolean): void {
  const yes = readYesNo(String(value)) === 'yes';
  const purpose = purposes.find(key);
  const place = places.find(key);
  const short = lookUp(shorthands, plainWord(key));
  if (yes && short) stateFact(facts, short[0], short[1]);
  else if (yes && purpose) stateFact(facts, 'purpose', purpose.word);
  else if (yes && place) stateFact(facts, 'place', place.word);
  else {
    const near = factKeys.suggest(key);
    facts.notices.push(
      `The fact "${key}" is not known and was not used.${near.length > 0 ? ` Did you mean "${near[0]}"?` : ''}`,
    );
  }
}

function isUnknown(text: string): boolean {
  return /^(unknown|not known|unclear|undetermined|not stated|\?|n\/?k|not sure)$/i.test(text.trim());
}

function readValue(fact: FactWord, text: string): string | undefined {
  switch (fact.kind) {
    case 'yes or no':
      return readYesNo(text);
    case 'percent': {
      const number = /-?\d+(\.\d+)?/.exec(text)?.[0];
      return number === undefined || Number(number) < 0 || Number(number) > 100 ? undefined : number;
    }
    case 'country':
      return countryOf(text);
    case 'text':
      return text.trim();
    case 'word':
      if (fact.word === 'purpose') return findInText(purposes, text)?.word;
      if (fact.word === 'place') return findInText(places, text)?.word;
      return valueWord(fact, text);
  }
}

const valueIndexes = new Map<string, ReadonlyMap<string, string>>();

function valueWord(fact: FactWord, text: string): string | undefined {
  let index = valueIndexes.get(fact.word);
  if (!index) {
    const built = new Map<string, string>();
    for (const [word, synonyms] of Object.entries(fact.values ?? {})) {
      for (const synonym of [word, ...synonyms]) built.set(plainWord(synonym), word);
    }
    valueIndexes.set(fact.word, built);
    index = built;
  }
  const key = plainWord(text);
  const direct = index.get(key);
  if (direct) return direct;
  const words = key.split(' ');
  for (let length = Math.min(4, words.length); length > 0; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const found = index.get(words.slice(start, start + length).join(' '));
      if (found && length > 1) return found;
    }
  }
  return undefined;
}

function readYesNo(text: string): 'yes' | 'no' | undefined {
  const word = plainWord(text);
  if (
    /^(yes|y|true|1|held|granted|approved|certified|authori[sz]ed|already authori[sz]ed|previously authori[sz]ed)\b/.test(
      word,
    )
  )
    return 'yes';
  if (/^(no|n|false|0|none|not|never|un\w+|without|refused|denied)\b/.test(word)) return 'no';
  // A day or a number of a document says that the thing exists.
  if (/^\d{4}/.test(word)) return 'yes';
  return undefined;
}

/** ISO code of the country that a text names; `xinjiang` and other places in China are `cn`; `foreign` where only that is said. */
export function countryOf(text: string): string | undefined {
  const found = jurisdictions.find(text);
  if (found) return found.word;
  const word = plainWord(text);
  if (/^(foreign|non us|abroad|not us|outside us|outside the us|other)$/.test(word)) return 'foreign';
  if (/xinjiang|xuar|china|chinese|prc/.test(word)) return 'cn';
  return countryCode(/^[a-z]{2}$/i.test(word) ? word.toUpperCase() : text);
}
