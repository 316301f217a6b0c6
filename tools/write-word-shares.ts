/**
 * Writes how large a share of listed parties have each word that recurs, for lists too small to show it themselves.
 * Usage: node tools/write-word-shares.ts ../shared/data/names/dev-entities.jsonl
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { partyOfEntityLine } from '../src/match/index.ts';
import { readName } from '../src/match/reader.ts';

const file = process.argv[2] ?? '../shared/data/names/dev-entities.jsonl';
/** Words of fewer parties are rare wherever they stand. */
const least = 5;
const perShare = 100_000;

const counts = new Map<string, number>();
let parties = 0;
for (const line of readFileSync(file, 'utf8').split('\n')) {
  if (line === '') continue;
  const party = partyOfEntityLine(JSON.parse(line));
  if (party === undefined) continue;
  parties++;
  const folds = new Set<string>();
  for (const name of party.names) {
    const [form] = readName(name.text, party.kind, 'listed');
    for (const word of form?.words ?? []) if (/^[a-z]{2,}$/.test(word.fold)) folds.add(word.fold);
  }
  for (const fold of folds) counts.set(fold, (counts.get(fold) ?? 0) + 1);
}
const byShare = new Map<number, string[]>();
for (const [fold, count] of counts) {
  if (count < least) continue;
  const share = Math.round((perShare * count) / parties);
  byShare.set(share, [...(byShare.get(share) ?? []), fold]);
}
const shares = Object.fromEntries(
  [...byShare].sort((a, b) => a[0] - b[0]).map(([share, folds]) => [share, folds.sort().join(' ')]),
);
const table = {
  source: `Counted over ${parties} parties of the OFAC, BIS, DoD, EU and UN lists (public) by tools/write-word-shares.ts: parties in ${perShare} that have a word of the spelling family`,
  perShare,
  shares,
};
writeFileSync(
  new URL('../src/match/tables/word-shares.generated.json', import.meta.url),
  `${JSON.stringify(table, null, 2)}\n`,
);
process.stdout.write(`${[...byShare.values()].flat().length} words of ${parties} parties\n`);
