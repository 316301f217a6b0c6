/**
 * Writes the surnames that `src/match/known-surnames.ts` knows, from a text file of one
 * surname a line in any script: the 10,000 most frequent of the United States census of 1990 and those in the person
 * lists of the Python package Faker.
 * Usage: node tools/write-known-surnames.ts surnames.txt
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { isCommonName } from '../src/match/word-frequency.ts';
import { analyseName } from '../src/text/index.ts';

/** Shorter names are near too many others. */
const shortest = 5;

const surnames = new Set<string>();
for (const line of readFileSync(process.argv[2]!, 'utf8').split('\n')) {
  if (line.trim() === '') continue;
  for (const { text, fold } of analyseName(line, 'person', 'listed').tokens) {
    if (/^[a-z]+$/.test(text) && fold.length >= shortest && !isCommonName(fold)) surnames.add(text);
  }
}
const table = {
  source:
    'Surnames: the 10,000 most frequent of the United States census of 1990 (public domain) and those in the person lists of Faker 40.54 (MIT licence, copyright Daniele Faraglia and contributors); written by tools/write-known-surnames.ts',
  surnames: [...surnames].sort().join(' '),
};
const url = new URL('../src/match/tables/known-surnames.generated.json', import.meta.url);
writeFileSync(url, `${JSON.stringify(table, undefined, 2)}\n`);
process.stdout.write(`${surnames.size} surnames\n`);
