import { editDistance } from './edit-distance.ts';
import { Fault } from './fault.ts';
import activityWords from './words/activities.json' with { type: 'json' };
import factWords from './words/facts.json' with { type: 'json' };
import itemKindWords from './words/item-kinds.json' with { type: 'json' };
import jurisdictionWords from './words/jurisdictions.json' with { type: 'json' };
import placeWords from './words/places.json' with { type: 'json' };
import purposeWords from './words/purposes.json' with { type: 'json' };
import roleWords from './words/roles.json' with { type: 'json' };

/** One word of a closed vocabulary: what it means and what else people write for it. */
export interface Word {
  readonly word: string;
  readonly says: string;
  readonly synonyms: readonly string[];
  /** The word in a sentence, before the name of the party: `buy from`. */
  readonly phrase?: string;
  /** What the word says beside itself: `us-person` says that the actor is in the jurisdiction `us`. */
  readonly implies?: {
    readonly jurisdictions?: readonly string[];
    readonly roles?: readonly string[];
    /** The purpose that a place speaks for where none is stated. */
    readonly purpose?: string;
  };
  /** Phrases that mean this word and state facts as well: `spend grant funds` is `buy` with federal grant money. */
  readonly also?: readonly {
    readonly phrase: string;
    readonly facts: Readonly<Record<string, string>>;
  }[];
}

/** A fact that a question may state: how its value is read and how it is asked for where it is missing. */
export interface FactWord extends Word {
  readonly kind: 'yes or no' | 'word' | 'percent' | 'country' | 'text';
  readonly ask: string;
  /** For `word`: the values and what else people write for them. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
}

export interface Vocabulary<W extends Word = Word> {
  /** What the words are: `role`, `activity`. */
  readonly name: string;
  readonly words: readonly W[];
  /** The entry that `text` names, by word or synonym, whatever the case, hyphens and plural. */
  find(text: string): W | undefined;
  /** Facts that a phrase states beside its word. */
  factsOf(text: string): Readonly<Record<string, string>> | undefined;
  /** The nearest words, best first, at most three. */
  suggest(text: string): readonly string[];
}

/** How a word is compared: lower case, no hyphens, underscores or full stops. */
export function plainWord(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[.'’`"]/g, '')
    .replace(/[^\p{L}\p{N}%§]+/gu, ' ')
    .trim();
}

function createVocabulary<W extends Word>(name: string, words: readonly W[]): Vocabulary<W> {
  const index = new Map<string, W>();
  const facts = new Map<string, Readonly<Record<string, string>>>();
  const add = (text: string, word: W) => {
    const key = plainWord(text);
    const other = index.get(key);
    if (other && other !== word) {
      throw new Fault(
        'AS_INTERNAL',
        `The ${name} "${text}" stands for both "${other.word}" and "${word.word}".`,
      );
    }
    index.set(key, word);
  };
  for (const word of words) {
    add(word.word, word);
    for (const synonym of word.synonyms) add(synonym, word);
    for (const { phrase, facts: stated } of word.also ?? []) {
      add(phrase, word);
      facts.set(plainWord(phrase), stated);
    }
  }
  // The same few spellings come again and again; remembered, within a bound, they cost one look-up.
  const remembered = new Map<string, W | undefined>();
  const find = (text: string): W | undefined => {
    if (remembered.has(text)) return remembered.get(text);
    const key = plainWord(text);
    const word =
      index.get(key) ?? index.get(key.replace(/s$/, '')) ?? index.get(key.replace(/^(an?|the) /, ''));
    if (remembered.size > 5_000) remembered.clear();
    remembered.set(text, word);
    return word;
  };
  return {
    name,
    words,
    find,
    factsOf: (text) => facts.get(plainWord(text)),
    suggest: (text) => nearest(plainWord(text), index),
  };
}

function nearest<W extends Word>(text: string, index: ReadonlyMap<string, W>): string[] {
  const best = new Map<string, number>();
  for (const [key, { word }] of index) {
    const distance = Math.min(
      editDistance(text.slice(0, 60), key),
      // A word that starts or ends like the one sought is near, however long: "renew" and "renew contract".
      key.startsWith(`${text} `) || text.startsWith(`${key} `) || key.endsWith(` ${text}`) ? 2 : 99,
    );
    if (distance <= Math.max(2, Math.floor(text.length / 3)) && distance < (best.get(word) ?? 99)) {
      best.set(word, distance);
    }
  }
  return [...best]
    .sort(([a, near], [b, far]) => near - far || (a < b ? -1 : 1))
    .slice(0, 3)
    .map(([word]) => word);
}

export const roles = createVocabulary<Word>('role', roleWords);
export const activities = createVocabulary<Word>('activity', activityWords);
export const jurisdictions = createVocabulary<Word>('jurisdiction', jurisdictionWords);
export const itemKinds = createVocabulary<Word>('kind of item', itemKindWords);
export const purposes = createVocabulary<Word>('purpose', purposeWords);
export const places = createVocabulary<Word>('place', placeWords);
export const factKeys = createVocabulary<FactWord>('fact', factWords as readonly FactWord[]);

/** The word that `text` stands for. Throws `AS_UNKNOWN_WORD` with the nearest words. */
export function requireWord<W extends Word>(vocabulary: Vocabulary<W>, text: string): W {
  const word = vocabulary.find(text);
  if (word) return word;
  const near = vocabulary.suggest(text);
  throw new Fault('AS_UNKNOWN_WORD', `"${text}" is not a known ${vocabulary.name}.`, {
    remedy:
      near.length > 0
        ? `Did you mean ${near.map((word) => `"${word}"`).join(' or ')}? All words are in docs/law-vocabulary.md.`
        : 'All words are in docs/law-vocabulary.md.',
  });
}
