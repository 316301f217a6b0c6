import { type NameKind, nameKinds } from '../model/index.ts';
import { consonantKey } from '../text/index.ts';
import { deletionHashes, editsAllowed } from './deletions.ts';
import { type Form, flagNative, joinKey, longestForm, type NameReader, wordFlags } from './form.ts';
import { GrowingBytes, GrowingNumbers } from './growing.ts';
import { hashText } from './hash.ts';
import { matchKinds } from './kind.ts';
import { packSections, type Section } from './layout.ts';
import type { ListedParty } from './listed-party.ts';
import { roleInitial } from './role.ts';
import { standardSettings } from './settings.ts';
import { packTexts } from './text-pool.ts';
import { buildTextTable } from './text-table.ts';
import { rarityCap } from './word-frequency.ts';
import { groupKeys } from './word-similarity.ts';
import { wordWeight, wordWeights } from './word-weight.ts';

/** Longest run of words that may be written as one, and the longest key of such a run. */
export const longestRun = 4;
export const longestRunKey = 28;

/** Marks an index file; changed whenever its layout or the reading of names changes. */
export const indexVersion = 2;

interface Vocabulary {
  readonly numbers: Map<string, number>;
  readonly texts: string[];
  readonly folds: string[];
  readonly groups: string[];
  readonly flags: GrowingBytes;
}

/**
 * Builds the index of a list of parties as one block of bytes that `openIndex` reads in place.
 * Order of the parties does not change what a search finds.
 */
export function buildIndex(parties: readonly ListedParty[], readName: NameReader): Uint8Array<ArrayBuffer> {
  const sorted = [...parties].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const vocabulary: Vocabulary = {
    numbers: new Map(),
    texts: [],
    folds: [],
    groups: [],
    flags: new GrowingBytes(),
  };
  const partyIds: string[] = [];
  const partyFacts: string[] = [];
  const partyKinds = new GrowingBytes();
  const nameTexts: string[] = [];
  const nameParty = new GrowingNumbers();
  const nameKindCodes = new GrowingBytes();
  const formName = new GrowingNumbers();
  const formStarts = new GrowingNumbers();
  const formWords = new GrowingNumbers();
  const formRoles = new GrowingBytes();
  formStarts.push(0);

  for (const party of sorted) {
    const partyNumber = partyIds.length;
    partyIds.push(party.id);
    partyKinds.push(matchKinds.indexOf(party.kind));
    partyFacts.push(factsText(party));
    const seen = new Set<string>();
    for (const name of namesInOrder(party.names)) {
      if (seen.has(name.text)) continue;
      seen.add(name.text);
      const nameNumber = nameTexts.length;
      nameTexts.push(name.text);
      nameParty.push(partyNumber);
      nameKindCodes.push(nameKinds.indexOf(name.kind));
      for (const form of readName(name.text, party.kind, 'listed')) {
        if (form.words.length === 0) continue;
        formName.push(nameNumber);
        for (const word of form.words.slice(0, longestForm)) {
          formWords.push(intern(vocabulary, word));
          formRoles.push(word.role);
        }
        formStarts.push(formWords.length);
      }
    }
  }

  const words = formWords.toArray();
  const starts = formStarts.toArray();
  const names = formName.toArray();
  const families = new Map<string, number>();
  const familyKeys: string[] = [];
  const wordFamily = new Uint32Array(vocabulary.texts.length);
  for (let word = 0; word < vocabulary.texts.length; word++) {
    const key = vocabulary.folds[word]!;
    let family = families.get(key);
    if (family === undefined) {
      family = familyKeys.length;
      families.set(key, family);
      familyKeys.push(key);
    }
    wordFamily[word] = family;
  }
  const texts = packTexts(vocabulary.texts);
  const folds = packTexts(vocabulary.folds);
  const groupPool = packTexts(vocabulary.groups);
  const familyPool = packTexts(familyKeys);
  const ids = packTexts(partyIds);
  const facts = packTexts(partyFacts);
  const nameText = packTexts(nameTexts);
  const roles = formRoles.toArray();
  const wordRarity = rarities(
    vocabulary,
    wordFamily,
    familyKeys.length,
    words,
    starts,
    names,
    nameParty.toArray(),
    partyIds.length,
  );
  const partyKindCodes = partyKinds.toArray();
  const partyOfName = nameParty.toArray();
  const formKeys = new Uint8Array(names.length);
  const keyWords = new Uint32Array(names.length);
  for (let form = 0; form < names.length; form++) {
    const kindCode = partyKindCodes[partyOfName[names[form]!]!]!;
    formKeys[form] = keyWordOf(words, roles, wordRarity, starts[form]!, starts[form + 1]!, kindCode);
    keyWords[form] = words[starts[form]! + formKeys[form]!]!;
  }
  const sections: Record<string, Section> = {
    wordUnits: texts.units,
    wordStarts: texts.starts,
    groupUnits: groupPool.units,
    groupStarts: groupPool.starts,
    foldUnits: folds.units,
    foldStarts: folds.starts,
    wordFlags: vocabulary.flags.toArray(),
    wordFamily,
    wordRarity,
    familyUnits: familyPool.units,
    familyStarts: familyPool.starts,
    familyTable: buildTextTable(familyKeys),
    ...spread('familyWords', groupNumbers(wordFamily, familyKeys.length)),
    ...spread('postings', postings(words, starts, vocabulary.texts.length)),
    ...spread(
      'initialPostings',
      postings(words, starts, vocabulary.texts.length, formsWithInitials(roles, starts)),
    ),
    ...deletions(vocabulary),
    ...groups(vocabulary),
    ...consonants(vocabulary),
    ...joins(vocabulary, words, starts),
    formName: names,
    formStarts: starts,
    formWords: words,
    formRoles: roles,
    formKeys,
    ...spread('keyPostings', groupNumbers(keyWords, vocabulary.texts.length)),
    nameParty: partyOfName,
    nameKinds: nameKindCodes.toArray(),
    nameUnits: nameText.units,
    nameStarts: nameText.starts,
    partyKinds: partyKindCodes,
    partyIdUnits: ids.units,
    partyIdStarts: ids.starts,
    partyIdTable: buildTextTable(partyIds),
    partyFactUnits: facts.units,
    partyFactStarts: facts.starts,
  };
  return packSections(
    {
      version: indexVersion,
      parties: partyIds.length,
      names: nameTexts.length,
      forms: names.length,
      words: vocabulary.texts.length,
    },
    sections,
  );
}

/** Place of the heaviest word of a form, as the standard settings weigh it. */
function keyWordOf(
  words: Uint32Array,
  roles: Uint8Array,
  rarity: Float32Array,
  start: number,
  end: number,
  kindCode: number,
): number {
  let key = 0;
  let heaviest = -1;
  for (let at = start; at < end; at++) {
    const weight = wordWeight(standardWeights, kindCode, roles[at]!, rarity[words[at]!]!);
    if (weight > heaviest) {
      heaviest = weight;
      key = at - start;
    }
  }
  return key;
}

const standardWeights = wordWeights(standardSettings);

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

function intern(vocabulary: Vocabulary, word: Form['words'][number]): number {
  const flags = word.flags & wordFlags;
  const key = `${word.text}\u0001${word.group}\u0001${flags}`;
  const known = vocabulary.numbers.get(key);
  if (known !== undefined) return known;
  const number = vocabulary.texts.length;
  vocabulary.numbers.set(key, number);
  vocabulary.texts.push(word.text);
  vocabulary.folds.push(word.fold);
  vocabulary.groups.push(word.group);
  vocabulary.flags.push(flags);
  return number;
}

/** For each word 0 (every party has it) to 1 (one party or none has it), by its spelling family. */
function rarities(
  vocabulary: Vocabulary,
  wordFamily: Uint32Array,
  familyCount: number,
  words: Uint32Array,
  starts: Uint32Array,
  formName: Uint32Array,
  nameParty: Uint32Array,
  partyCount: number,
): Float32Array {
  const count = new Uint32Array(familyCount);
  const last = new Uint32Array(familyCount).fill(0xffffffff);
  for (let form = 0; form < formName.length; form++) {
    const party = nameParty[formName[form]!]!;
    for (let at = starts[form]!; at < starts[form + 1]!; at++) {
      const family = wordFamily[words[at]!]!;
      if (last[family] !== party) {
        last[family] = party;
        count[family]!++;
      }
    }
  }
  const rarity = new Float32Array(vocabulary.texts.length);
  for (let word = 0; word < rarity.length; word++) {
    rarity[word] = rarityOf(count[wordFamily[word]!]!, partyCount, vocabulary.folds[word]!);
  }
  return rarity;
}

/** Rarity of a word that `count` of `total` parties have, tempered by how common it is among people at large. */
export function rarityOf(count: number, total: number, fold: string): number {
  const share = (Math.max(1, count) - 0.5) / Math.max(total, smallestWorld);
  return Math.max(0, Math.min(rarityCap(fold), -Math.log(share) / Math.log(2 * smallestWorld)));
}

/** Lists smaller than this say nothing about rarity: a word in one of a hundred parties is not common for that. */
const smallestWorld = 10_000;

function groupNumbers(group: Uint32Array, groupCount: number): { starts: Uint32Array; members: Uint32Array } {
  const starts = new Uint32Array(groupCount + 1);
  for (const number of group) starts[number + 1]!++;
  for (let index = 0; index < groupCount; index++) starts[index + 1]! += starts[index]!;
  const members = new Uint32Array(group.length);
  const next = starts.slice();
  for (let index = 0; index < group.length; index++) members[next[group[index]!]!++] = index;
  return { starts, members };
}

/** Which forms have an initial: it may stand for any word, so these are looked up by more of the query. */
function formsWithInitials(roles: Uint8Array, starts: Uint32Array): Uint8Array {
  const found = new Uint8Array(starts.length - 1);
  for (let form = 0; form < found.length; form++) {
    for (let at = starts[form]!; at < starts[form + 1]!; at++) if (roles[at] === roleInitial) found[form] = 1;
  }
  return found;
}

/** Which forms have each word, each form once, in rising order; of all forms or `only` some. */
function postings(
  words: Uint32Array,
  starts: Uint32Array,
  wordCount: number,
  only?: Uint8Array,
): { starts: Uint32Array; members: Uint32Array } {
  const counts = new Uint32Array(wordCount + 1);
  const last = new Uint32Array(wordCount).fill(0xffffffff);
  const formCount = starts.length - 1;
  for (let form = 0; form < formCount; form++) {
    if (only && only[form] === 0) continue;
    for (let at = starts[form]!; at < starts[form + 1]!; at++) {
      const word = words[at]!;
      if (last[word] !== form) counts[word + 1]!++;
      last[word] = form;
    }
  }
  for (let word = 0; word < wordCount; word++) counts[word + 1]! += counts[word]!;
  const members = new Uint32Array(counts[wordCount]!);
  const next = counts.slice();
  last.fill(0xffffffff);
  for (let form = 0; form < formCount; form++) {
    if (only && only[form] === 0) continue;
    for (let at = starts[form]!; at < starts[form + 1]!; at++) {
      const word = words[at]!;
      if (last[word] === form) continue;
      last[word] = form;
      members[next[word]!++] = form;
    }
  }
  return { starts: counts, members };
}

/** Buckets of (16 bits of the hash, word), by the upper bits of the hash. */
function deletions(vocabulary: Vocabulary): Record<string, Section> {
  const hashes = new GrowingNumbers();
  const owners = new GrowingNumbers();
  for (let word = 0; word < vocabulary.texts.length; word++) {
    if (vocabulary.flags.at(word) & flagNative || /\d/.test(vocabulary.texts[word]!)) continue;
    const keys = new Set<number>();
    for (const key of [vocabulary.folds[word]!, vocabulary.texts[word]!]) {
      for (const hash of deletionHashes(key, editsAllowed(key.length))) keys.add(hash);
    }
    for (const hash of keys) {
      hashes.push(hash);
      owners.push(word);
    }
  }
  return bucketed('deletion', hashes.toArray(), owners.toArray());
}

/** Members of hash buckets: `<name>Buckets` (starts), `<name>Tags` (low 16 bits), `<name>Owners`. */
function bucketed(name: string, hashes: Uint32Array, owners: Uint32Array): Record<string, Section> {
  let bits = 4;
  while (1 << bits < hashes.length / 2 && bits < 24) bits++;
  const bucketOf = (hash: number): number => hash >>> (32 - bits);
  const starts = new Uint32Array((1 << bits) + 1);
  for (const hash of hashes) starts[bucketOf(hash) + 1]!++;
  for (let bucket = 0; bucket < 1 << bits; bucket++) starts[bucket + 1]! += starts[bucket]!;
  const tags = new Uint16Array(hashes.length);
  const members = new Uint32Array(hashes.length);
  const next = starts.slice();
  for (let index = 0; index < hashes.length; index++) {
    const at = next[bucketOf(hashes[index]!)]!++;
    tags[at] = hashes[index]! & 0xffff;
    members[at] = owners[index]!;
  }
  return { [`${name}Buckets`]: starts, [`${name}Tags`]: tags, [`${name}Owners`]: members };
}

/** Words by the families and nickname groups of the tables. */
function groups(vocabulary: Vocabulary): Record<string, Section> {
  const hashes = new GrowingNumbers();
  const owners = new GrowingNumbers();
  for (let word = 0; word < vocabulary.texts.length; word++) {
    for (const key of groupKeys(vocabulary.groups[word]!)) {
      hashes.push(hashText(key));
      owners.push(word);
    }
  }
  return bucketed('group', hashes.toArray(), owners.toArray());
}

/** Every word by its consonants; only pairs with an unvowelled word are compared through it. */
function consonants(vocabulary: Vocabulary): Record<string, Section> {
  const hashes = new GrowingNumbers();
  const owners = new GrowingNumbers();
  for (let word = 0; word < vocabulary.texts.length; word++) {
    if (vocabulary.flags.at(word) & flagNative) continue;
    const key = consonantKey(vocabulary.texts[word]!);
    if (key.length < 2) continue;
    hashes.push(hashText(key));
    owners.push(word);
  }
  return bucketed('consonant', hashes.toArray(), owners.toArray());
}

/** Forms by the keys of runs of two to four of their words. */
function joins(vocabulary: Vocabulary, words: Uint32Array, starts: Uint32Array): Record<string, Section> {
  const hashes = new GrowingNumbers();
  const owners = new GrowingNumbers();
  const formCount = starts.length - 1;
  for (let form = 0; form < formCount; form++) {
    const seen = new Set<number>();
    const add = (texts: readonly string[]): boolean => {
      const key = joinKey(texts);
      if (key.length > longestRunKey) return false;
      const hash = hashText(key);
      if (!seen.has(hash)) {
        seen.add(hash);
        hashes.push(hash);
        owners.push(form);
      }
      return true;
    };
    const end = starts[form + 1]!;
    if (end - starts[form]! > 2) {
      add([vocabulary.texts[words[end - 1]!]!, vocabulary.texts[words[starts[form]!]!]!]);
    }
    for (let from = starts[form]!; from < starts[form + 1]!; from++) {
      const run = [vocabulary.texts[words[from]!]!];
      for (let to = from + 1; to < Math.min(from + longestRun, starts[form + 1]!); to++) {
        run.push(vocabulary.texts[words[to]!]!);
        if (!add(run)) break;
      }
    }
  }
  return bucketed('join', hashes.toArray(), owners.toArray());
}

function spread(name: string, csr: { starts: Uint32Array; members: Uint32Array }): Record<string, Section> {
  return { [`${name}Starts`]: csr.starts, [`${name}Members`]: csr.members };
}
