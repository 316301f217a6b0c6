import { Fault, type NameKind, nameKinds } from '../model/index.ts';
import { ByteTexts } from './byte-pool.ts';
import { type Form, longestForm, type NameReader, wordFlags } from './form.ts';
import { type Forms, markPart } from './form-order.ts';
import { GrowingBytes, GrowingNumbers } from './growing.ts';
import { matchKinds } from './kind.ts';
import type { ListedParty } from './listed-party.ts';
import { partsOfNames } from './part-of-name.ts';
import { inOrder, type Vocabulary } from './vocabulary.ts';

/** Takes in the parties of a list one by one: what is kept of each is bytes, so lists of millions need no memory twice. */
export class IndexBuilder {
  readonly #wordNumbers = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #folds: string[] = [];
  readonly #groups: string[] = [];
  readonly #flags = new GrowingBytes();
  readonly partyIds = new ByteTexts();
  readonly partyFacts = new ByteTexts();
  readonly partyKinds = new GrowingBytes();
  readonly nameTexts = new ByteTexts();
  readonly nameParty = new GrowingNumbers();
  readonly nameKindCodes = new GrowingBytes();
  readonly #readName: NameReader;
  readonly #formName = new GrowingNumbers();
  readonly #formStarts = new GrowingNumbers();
  readonly #formWords = new GrowingNumbers();
  readonly #formRoles = new GrowingBytes();
  readonly #formParts = new GrowingBytes();
  #lastId: string | undefined;

  constructor(readName: NameReader) {
    this.#readName = readName;
    this.#formStarts.push(0);
  }

  /** Adds a party; in rising order of ids, so that the index does not depend on the order of the list. */
  add(party: ListedParty): void {
    if (this.#lastId !== undefined && party.id < this.#lastId)
      throw new Fault('AS_USAGE', `The party "${party.id}" comes after "${this.#lastId}".`, {
        remedy: 'Give the parties in the order of their ids.',
      });
    this.#lastId = party.id;
    const number = this.partyIds.length;
    this.partyIds.push(party.id);
    this.partyKinds.push(matchKinds.indexOf(party.kind));
    this.partyFacts.push(factsText(party));
    const seen = new Set<string>();
    const read: { readonly form: Form; readonly name: number; readonly isWeak: boolean }[] = [];
    for (const name of namesInOrder(party.names)) {
      if (seen.has(name.text)) continue;
      seen.add(name.text);
      const nameNumber = this.nameTexts.length;
      this.nameTexts.push(name.text);
      this.nameParty.push(number);
      this.nameKindCodes.push(nameKinds.indexOf(name.kind));
      const isWeak = name.kind === 'weak alias';
      for (const form of this.#readName(name.text, party.kind, 'listed'))
        if (form.words.length > 0) read.push({ form, name: nameNumber, isWeak });
    }
    const parts = party.kind === 'person' ? partsOfNames(read) : undefined;
    for (const [at, { form, name }] of read.entries()) {
      this.#addForm(form, name);
      this.#formParts.push(parts?.[at] ? markPart : 0);
    }
  }

  /** All words, and all forms as they came. Nothing can be added after. */
  finish(): { readonly vocabulary: Vocabulary; readonly forms: Forms } {
    this.#wordNumbers.clear();
    const { vocabulary, ranks } = inOrder({
      texts: this.#texts,
      folds: this.#folds,
      groups: this.#groups,
      flags: this.#flags.toArray(),
    });
    return {
      vocabulary,
      forms: {
        name: this.#formName.toArray(),
        starts: this.#formStarts.toArray(),
        words: this.#formWords.toArray().map((word) => ranks[word]!),
        roles: this.#formRoles.toArray(),
        parts: this.#formParts.toArray(),
      },
    };
  }

  #numberOf(word: Form['words'][number]): number {
    const flags = word.flags & wordFlags;
    const key = `${word.text}\u0001${word.group}\u0001${flags}`;
    const known = this.#wordNumbers.get(key);
    if (known !== undefined) return known;
    const number = this.#texts.length;
    this.#wordNumbers.set(key, number);
    this.#texts.push(word.text);
    this.#folds.push(word.fold);
    this.#groups.push(word.group);
    this.#flags.push(flags);
    return number;
  }

  #addForm(form: Form, name: number): void {
    this.#formName.push(name);
    for (const word of form.words.slice(0, longestForm)) {
      this.#formWords.push(this.#numberOf(word));
      this.#formRoles.push(word.role);
    }
    this.#formStarts.push(this.#formWords.length);
  }
}

/** Better kinds of names first, so that a text that is both alias and weak alias counts as alias. */
function namesInOrder(names: ListedParty['names']): ListedParty['names'] {
  const rank = (kind: NameKind): number => (kind === 'primary' ? 0 : kind === 'weak alias' ? 2 : 1);
  return [...names].sort((a, b) => rank(a.kind) - rank(b.kind));
}

function factsText(party: ListedParty): string {
  const facts: Record<string, unknown> = {};
  if (party.birthDates?.length) facts['birthDates'] = party.birthDates;
  if (party.countries?.length) facts['countries'] = party.countries;
  if (party.identifiers?.length) {
    facts['identifiers'] = party.identifiers.map(({ kind, value }) => ({ kind, value }));
  }
  if (party.gender) facts['gender'] = party.gender;
  if (party.addresses?.length) facts['addresses'] = party.addresses;
  return Object.keys(facts).length === 0 ? '' : JSON.stringify(facts);
}
