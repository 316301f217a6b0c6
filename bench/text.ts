/** How long it takes to import the text room and to take names apart. Run: node bench/text.ts [names file, one a line] */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const started = performance.now();
const { analyseName, foldKey, letterDistance, normalise } = await import('../src/text/index.ts');
console.log(`import of the text room: ${(performance.now() - started).toFixed(1)} ms`);

interface Entity {
  readonly type: 'person' | 'company' | 'vessel';
  readonly name: string;
  readonly aliases: readonly string[];
}
const file = join(import.meta.dirname, '../../shared/data/names/dev-entities.jsonl');
const samples: { text: string; kind: 'person' | 'company' | 'vessel' }[] = [];
if (existsSync(file)) {
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue;
    const entity = JSON.parse(line) as Entity;
    for (const text of [entity.name, ...entity.aliases]) samples.push({ text, kind: entity.type });
  }
} else {
  console.log('the shared name set is not here: made names instead');
  for (let index = 0; index < 30_000; index++)
    samples.push({ text: `Aleksandr ${index} Petrovich IVANOV`, kind: 'person' });
}

function time(label: string, list: readonly { text: string; kind: 'person' | 'company' | 'vessel' }[]): void {
  if (list.length === 0) return;
  for (const round of ['first', 'second']) {
    const start = performance.now();
    let tokens = 0;
    for (const { text, kind } of list) tokens += analyseName(text, kind, 'listed').tokens.length;
    const micros = ((performance.now() - start) * 1000) / list.length;
    console.log(
      `${label}, ${round} time: ${list.length} names, ${tokens} tokens, ${micros.toFixed(2)} us a name`,
    );
  }
}
const han = /\p{Script=Han}/u;
const foreign = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;
time(
  'Latin',
  samples.filter(({ text }) => !foreign.test(text)),
);
time(
  'Han',
  samples.filter(({ text }) => han.test(text)),
);
time(
  'Cyrillic, Arabic and others',
  samples.filter(({ text }) => foreign.test(text) && !han.test(text)),
);

const words = [...new Set(samples.flatMap(({ text }) => normalise(text).text.split(' ')))].filter(
  (word) => word.length > 3,
);
let start = performance.now();
for (const word of words) foldKey(word);
console.log(
  `fold keys: ${words.length} words, ${(((performance.now() - start) * 1000) / words.length).toFixed(2)} us a word`,
);
start = performance.now();
let near = 0;
let pairs = 0;
for (let index = 0; index < words.length; index += 7) {
  for (let other = index + 1; other < words.length && other < index + 300; other++) {
    if (letterDistance(words[index]!, words[other]!, 1.5) <= 1.5) near++;
    pairs++;
  }
}
console.log(
  `letter distances within 1.5: ${pairs} pairs, ${near} near, ${(((performance.now() - start) * 1e6) / pairs).toFixed(0)} ns a pair`,
);
start = performance.now();
pairs = 0;
for (let index = 0; index < words.length; index += 7) {
  for (let other = index + 1; other < words.length && other < index + 100; other++) {
    letterDistance(words[index]!, words[other]!);
    pairs++;
  }
}
console.log(
  `letter distances, no limit: ${pairs} pairs, ${(((performance.now() - start) * 1e6) / pairs).toFixed(0)} ns a pair`,
);
console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
