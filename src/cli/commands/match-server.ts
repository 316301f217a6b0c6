import type { Command } from 'commander';
import {
  kindOfWord,
  type ListedParty,
  mutations,
  NameMatcher,
  SeededRandom,
  standardSettings,
} from '../../match/index.ts';
import { inputLines } from '../input-lines.ts';
import { readEntities } from '../read-entities.ts';

/** Hits are given down to this score, whatever the threshold: whoever asks may set their own. */
const leastScore = 0.5;

export function define(command: Command): void {
  command
    .description(
      'Answers name queries over standard input and output, one JSON object a line; for tests and other programs.',
    )
    .requiredOption('--entities <file>', 'JSONL of parties: id, type, name, aliases, weak_aliases')
    .addHelpText(
      'after',
      '\nExample:\n  echo \'{"id":"1","query":"Hik-Vision Digital Tech","type":"company"}\' | aftershock match-server --entities parties.jsonl',
    )
    .action((options: { entities: string }) => serve(options.entities));
}

async function serve(file: string): Promise<void> {
  const parties = readEntities(file);
  const matcher = NameMatcher.of(parties);
  warmUp(matcher, parties);
  const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);
  writeLine({
    ready: true,
    threshold: standardSettings.threshold,
    rss_mb: megabytes(process.memoryUsage.rss()),
    index_mb: megabytes(matcher.index.buffer.byteLength),
    parties: matcher.index.counts.parties,
    names: matcher.index.counts.names,
  });
  for await (const lines of inputLines(process.stdin)) {
    const answers: string[] = [];
    for (const line of lines) if (line.trim() !== '') answers.push(JSON.stringify(answer(matcher, line)));
    if (answers.length > 0) process.stdout.write(`${answers.join('\n')}\n`);
  }
}

/** Queries asked before the first is taken: code is compiled as it is used. */
const warmUpQueries = 2_000;

/** Asks for listed names in all variations, so that the first answers are given as fast as later ones. */
function warmUp(matcher: NameMatcher, parties: readonly ListedParty[]): void {
  if (parties.length === 0) return;
  const random = new SeededRandom(1);
  for (let number = 0; number < warmUpQueries; number++) {
    const party = random.pick(parties);
    const varied = random.pick(mutations).apply(random.pick(party.names).text, party.kind, random);
    if (varied !== undefined) matcher.hits(varied, party.kind, leastScore);
  }
}

function answer(matcher: NameMatcher, line: string): unknown {
  let asked: { id?: unknown; query?: unknown; type?: unknown };
  try {
    asked = JSON.parse(line) as typeof asked;
  } catch {
    return { id: null, error: { code: 'AS_ROW', message: 'The line is not JSON.' } };
  }
  if (typeof asked !== 'object' || asked === null || typeof asked.query !== 'string') {
    return { id: asked?.id ?? null, error: { code: 'AS_FIELD', message: 'The line has no text "query".' } };
  }
  const started = performance.now();
  const kind = kindOfWord(typeof asked.type === 'string' ? asked.type : undefined) ?? 'any';
  const hits = matcher.hits(asked.query, kind, leastScore);
  const us = Math.round((performance.now() - started) * 1000);
  return {
    id: asked.id ?? null,
    hits: hits.map((hit) => ({
      entity_id: hit.partyId,
      score: Math.round(hit.score * 1e4) / 1e4,
      name: hit.nameText,
    })),
    us,
  };
}

function writeLine(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
