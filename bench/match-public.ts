/**
 * How often the name engine alerts on people and firms that are on no list: names that a library of made-up data keeps
 * for 75 languages and countries in their own scripts, as many of each, none twice. Nobody of this project chose them,
 * and no table of the engine comes from there. Names with the very words of a listed one are left out.
 * Usage: node bench/match-public.ts [entities.jsonl] [names=100000] [threshold] [--companies] [--show]. `--show` prints
 * each alert.
 */
import { readFileSync } from 'node:fs';
import { allFakers, type Faker } from '@faker-js/faker';
import { sameWords } from '../src/match/accuracy/public-names.ts';
import { type ListedParty, NameMatcher, partyOfEntityLine } from '../src/match/index.ts';

const [file = '../shared/data/names/dev-entities.jsonl', wanted = '100000', least] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('--'));
const parties = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => partyOfEntityLine(JSON.parse(line)))
  .filter((party): party is ListedParty => party !== undefined);
const matcher = NameMatcher.of(parties);
const kind = process.argv.includes('--companies') ? 'company' : 'person';
const threshold = least === undefined ? matcher.settings.threshold : Number(least);
/** What stands for all languages where one has no names of its own, and the language of a fiction. */
const noLanguages = new Set(['base', 'en_BORK']);
const languages = Object.entries(allFakers).filter(([language]) => !noLanguages.has(language));

/** How often a name is drawn again that was drawn before. */
const mostDraws = 4;

const names = publicNames(Math.ceil(Number(wanted) / languages.length));
let asked = 0;
let alerts = 0;
const byLanguage = new Map<string, number>();
for (const [name, language] of names) {
  const [hit] = matcher.hits(name, kind, threshold);
  if (hit !== undefined && sameWords(name, hit.nameText)) continue;
  asked++;
  if (hit === undefined) continue;
  alerts++;
  byLanguage.set(language, (byLanguage.get(language) ?? 0) + 1);
  if (process.argv.includes('--show'))
    console.log(`${language}\t${name}\t${hit.nameText}\t${hit.score.toFixed(3)}`);
}
const most = [...byLanguage].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, 8);
console.log(
  `${asked} names (${kind}) of ${languages.length} languages and countries against ${matcher.index.counts.names} listed names, threshold ${threshold}:`,
);
console.log(`${alerts} alerts, ${((100 * alerts) / asked).toFixed(3)} %`);
console.log(`most in ${most.map(([language, count]) => `${language} ${count}`).join(', ')}`);

/** Each name with the language it was made for; fewer where a language has not as many. */
function publicNames(each: number): Map<string, string> {
  const made = new Map<string, string>();
  for (const [language, faker] of languages) {
    faker.seed(2026);
    const before = made.size;
    for (let draw = 0; draw < each * mostDraws && made.size < before + each; draw++) {
      const name = nameOf(faker);
      if (!made.has(name)) made.set(name, language);
    }
  }
  return made;
}

function nameOf({ person, company }: Faker): string {
  return kind === 'company' ? company.name() : `${person.firstName()} ${person.lastName()}`;
}
