import { remember } from './bounded-cache.ts';
import { brandWord } from './brand-words.ts';
import { companyWord } from './company-words.ts';
import type { DraftWord, Note } from './draft-word.ts';
import { placeWords } from './place-words.ts';
import table from './tables/company-compounds.json' with { type: 'json' };
import meanings from './tables/company-meanings.json' with { type: 'json' };
import { tokenFlags } from './token.ts';

const compounds = new Map<string, readonly string[]>(
  Object.entries(table.compounds).map(([word, parts]) => [word, parts.split(' ')]),
);

/** Words of German and Dutch that stand together with others, with what they mean. */
const germanic = new Map<string, string>();
for (const language of ['de', 'nl'] as const) {
  for (const line of meanings.languages[language].words) {
    const [meaning, ...forms] = line.split(' ');
    for (const form of forms) {
      if (form.length < 3 || meaning === 'the') continue;
      if (!germanic.has(form)) germanic.set(form, meaning!);
      // Schule gives Schulbuch, Maschine gives Maschinenbau.
      if (form.length > 4 && form.endsWith('e') && !germanic.has(form.slice(0, -1)))
        germanic.set(form.slice(0, -1), meaning!);
    }
  }
}
/** Letters that join the parts of a German or Dutch word. */
const joints = ['', 's', 'n', 'en', 'es', 'e', 'er'];
/** Endings of cases and of the plural. */
const endings = ['', 's', 'es', 'e', 'en', 'n', 'er'];
const shortestWord = 8;
const shortestHead = 4;
const mostParts = 4;
/** Three letters that end many words besides. */
const shortHeads = new Set(['bau', 'amt', 'rat']);
/** Words that end names, Nordgold, more often than compounds. */
const neverLast = new Set(table.neverLast.split(' '));

/** The meanings of the parts of a German or Dutch word, where all are ordinary: Weltraumforschungsinstitut. */
function germanicParts(word: string, most: number): readonly string[] | undefined {
  for (const ending of endings) {
    if (!word.endsWith(ending)) continue;
    const bare = word.slice(0, word.length - ending.length);
    for (let from = 3; from <= bare.length - 3; from++) {
      const head = bare.slice(from);
      const meaning = germanic.get(head);
      if (meaning === undefined || neverLast.has(head)) continue;
      if (head.length < shortestHead && !shortHeads.has(head)) continue;
      const rest = bare.slice(0, from);
      for (const joint of joints) {
        if (!rest.endsWith(joint)) continue;
        const modifier = rest.slice(0, rest.length - joint.length);
        const known = germanic.get(modifier);
        if (known !== undefined) return [known, meaning];
        const parts =
          most > 2 && modifier.length >= shortestWord ? germanicParts(modifier, most - 1) : undefined;
        if (parts !== undefined) return [...parts, meaning];
      }
    }
  }
  return undefined;
}

const slavicHeads = Object.entries(table.slavicHeads);
const slavicParts = new Map(Object.entries(table.slavicParts));

/** `Khimzavod` as chemical plant: the beginning of a Russian word before the word for a plant. */
function slavicWord(word: string): readonly string[] | undefined {
  for (const [head, meaning] of slavicHeads) {
    if (!word.endsWith(head)) continue;
    const modifier = slavicParts.get(word.slice(0, -head.length));
    if (modifier !== undefined) return [...modifier.split(' '), meaning];
  }
  return undefined;
}

const none: readonly string[] = [];
const partsOf = remember<readonly string[]>(32_768, (word) => {
  const fixed = compounds.get(word);
  if (fixed !== undefined) return fixed;
  if (word.length < shortestWord || !/^[a-z]+$/.test(word)) return none;
  if (companyWord(word) !== undefined || placeWords(word) !== undefined || brandWord(word) !== undefined)
    return none;
  return slavicWord(word) ?? germanicParts(word, mostParts) ?? none;
});

/** Words that are two in English as those: `Zentralbank` as central bank, `Himzavod` as chemical plant. */
export function partCompounds(words: readonly DraftWord[], note: Note): readonly DraftWord[] {
  if (!words.some((word) => partsOf(word.text).length > 0)) return words;
  return words.flatMap((word) => {
    const parts = partsOf(word.text);
    if (parts.length === 0) return [word];
    note('abbreviation', `${word.text} → ${parts.join(' ')}`);
    return parts.map((text) => ({ ...word, text, flags: word.flags | tokenFlags.cut }));
  });
}
