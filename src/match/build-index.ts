import { type NameKind, nameKinds } from '../model/index.ts';

import { type Form, longestForm, type NameReader, wordFlags } from './form.ts';
import { type Forms, orderForms } from './form-order.ts';
import { GrowingBytes, GrowingNumbers } from './growing.ts';
import { consonants, deletions, groups, joins, type Vocabulary } from './hash-sections.ts';
import { matchKinds } from './kind.ts';
import { packSections, type Section } from './layout.ts';
import type { ListedParty } from './listed-party.ts';
import { formsWithInitials, groupNumbers, postings, spread } from './postings.ts';
import { standardSettings } from './settings.ts';
import { packTexts } from './text-pool.ts';
import { buildTextTable } from './text-table.ts';
import { rarityCap } from './word-frequency.ts';

import { orderWords } from './word-order.ts';
import { wordWeight, wordWeights } from './word-weight.ts';

/** Marks an index file; changed whenever its layout or the reading of names changes. */
export const indexVersion = 3;

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

  const forms: Forms = {
    name: formName.toArray(),
    starts: formStarts.toArray(),
    words: formWords.toArray(),
    roles: formRoles.toArray(),
  };
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
  const partyKindCodes = partyKinds.toArray();
  const partyOfName = nameParty.toArray();
  const wordRarity = rarities(vocabulary, wordFamily, familyKeys.length, forms, partyOfName, partyIds.length);
  const ordered = orderForms(forms, wordRarity, (name) => partyKindCodes[partyOfName[name]!]!);
  const { name: names, starts, words, roles } = ordered;
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
    wordOrder: orderWords(texts),
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
    formWeight: ordered.weight,
    formMarks: ordered.marks,
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
      kindStarts: ordered.kindStarts,
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
  { name: formName, starts, words }: Forms,
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
