import type { NameReader } from './form.ts';
import { orderForms } from './form-order.ts';
import { consonants, deletions, groups, joins } from './hash-sections.ts';
import { IndexBuilder } from './index-builder.ts';
import { indexVersion } from './index-version.ts';
import { packSections, type Section, sectionChunks } from './layout.ts';
import type { ListedParty } from './listed-party.ts';
import { formsWithInitials, groupNumbers, postings, spread } from './postings.ts';
import { standardSettings } from './settings.ts';
import { packTexts } from './text-pool.ts';
import { buildTextTable } from './text-table.ts';
import { spellings } from './vocabulary.ts';
import { weighing, weightSteps } from './weight-table.ts';
import { wordRarities } from './word-rarity.ts';

/**
 * Builds the index of a list of parties as one block of bytes that `openIndex` reads in place.
 * Order of the parties does not change what a search finds.
 */
export function buildIndex(parties: readonly ListedParty[], readName: NameReader): Uint8Array<ArrayBuffer> {
  const sorted = [...parties].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const { meta, sections } = indexSections(sorted, readName);
  return packSections(meta, sections);
}

/**
 * The same for lists that do not fit into memory: takes the parties one by one, in the order of their ids, and gives
 * the bytes in pieces. Throws `AS_USAGE` where a party comes out of order.
 */
export function buildIndexChunks(
  parties: Iterable<ListedParty>,
  readName: NameReader,
): Iterable<Uint8Array<ArrayBufferLike>> {
  const { meta, sections } = indexSections(parties, readName);
  return sectionChunks(meta, sections);
}

interface IndexContent {
  readonly meta: Readonly<Record<string, unknown>>;
  readonly sections: Record<string, Section>;
}

function indexSections(parties: Iterable<ListedParty>, readName: NameReader): IndexContent {
  const builder = new IndexBuilder(readName);
  for (const party of parties) builder.add(party);
  const { vocabulary, forms: gathered } = builder.finish();
  const wordCount = vocabulary.texts.length;
  const { families, wordFamily } = familiesOf(vocabulary.folds);
  const partyKinds = builder.partyKinds.toArray();
  const nameParty = builder.nameParty.toArray();
  const wordRarity = wordRarities(
    vocabulary.folds,
    { ofWord: wordFamily, count: families.length },
    gathered,
    nameParty,
    partyKinds.length,
  );
  const forms = orderForms(gathered, wordRarity, (name) => partyKinds[nameParty[name]!]!);
  const { starts, words, roles } = forms;
  const keyWords = Uint32Array.from(forms.key, (place, form) => words[starts[form]! + place]!);
  const groupPool = packTexts(vocabulary.groups);
  const ids = builder.partyIds.packed();
  const facts = builder.partyFacts.packed();
  const names = builder.nameTexts.packed();
  return {
    meta: {
      version: indexVersion,
      parties: partyKinds.length,
      names: nameParty.length,
      forms: forms.name.length,
      words: wordCount,
      kindStarts: forms.kindStarts,
      weighing: weighing(standardSettings),
    },
    sections: {
      ...spellings(vocabulary),
      groupUnits: groupPool.units,
      groupStarts: groupPool.starts,
      wordFamily,
      wordRarity,
      familyTable: buildTextTable(families),
      ...spread('familyWords', groupNumbers(wordFamily, families.length)),
      ...spread('postings', postings(words, starts, wordCount)),
      ...spread('initialPostings', postings(words, starts, wordCount, formsWithInitials(roles, starts))),
      ...deletions(vocabulary),
      ...groups(vocabulary),
      ...consonants(vocabulary),
      ...joins(vocabulary, words, starts),
      formName: forms.name,
      formStarts: starts,
      formWords: words,
      formRoles: roles,
      formMarks: forms.marks,
      formKeys: forms.key,
      weightSteps: weightSteps(forms.step, forms.kindStarts),
      ...spread('keyPostings', groupNumbers(keyWords, wordCount)),
      nameParty,
      nameKinds: builder.nameKindCodes.toArray(),
      nameBytes: names.bytes,
      nameStarts: names.starts,
      partyKinds,
      partyIdBytes: ids.bytes,
      partyIdStarts: ids.starts,
      partyFactBytes: facts.bytes,
      partyFactStarts: facts.starts,
    },
  };
}

/** Words of one fold are one family. */
function familiesOf(folds: readonly string[]): {
  readonly families: readonly string[];
  readonly wordFamily: Uint32Array;
} {
  const numbers = new Map<string, number>();
  const families: string[] = [];
  const wordFamily = new Uint32Array(folds.length);
  for (const [word, fold] of folds.entries()) {
    let family = numbers.get(fold);
    if (family === undefined) {
      family = families.length;
      numbers.set(fold, family);
      families.push(fold);
    }
    wordFamily[word] = family;
  }
  return { families, wordFamily };
}
