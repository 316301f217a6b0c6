import type { Command } from 'commander';
import { checkNamedLists, type ListStanding, listStandings, openArchive } from '../../archive/index.ts';
import { type Day, describePlace, parseDay } from '../../model/index.ts';
import { namesList } from '../../sources/index.ts';
import { splitList, today } from '../shared-options.ts';
import { styled, textTable, warningLine } from '../terminal.ts';
import { countsText } from './update/counts-text.ts';

interface Options {
  readonly home: string;
  readonly known?: string;
  readonly lists?: string;
  readonly all?: boolean;
  readonly issues?: boolean;
  readonly json?: boolean;
}

export function define(command: Command): void {
  command
    .description(
      'What is held of each list: versions, counts, hashes, days, how fresh it is, and what was refused.',
    )
    .option('--known <day>', 'as it stood when only what was published by then counts')
    .option('--lists <ids>', 'only these lists, with commas between')
    .option('--all', 'every version, not only the one in use')
    .option('--issues', 'also the rows of the version in use that were reported, by line')
    .option('--json', 'the result as JSON on stdout')
    .addHelpText(
      'after',
      '\nExamples:\n  aftershock lists\n  aftershock lists --lists us-ofac-sdn --all --json',
    )
    .action((_options: unknown, self: Command) => run(self.optsWithGlobals()));
}

function run(options: Options): void {
  const archive = openArchive(options.home);
  const known: Day | undefined =
    options.known === undefined ? undefined : parseDay(options.known, { field: '--known' });
  const wanted = options.lists === undefined ? undefined : splitList(options.lists);
  checkNamedLists(archive, wanted ?? []);
  const standings = listStandings(archive, today(), known).filter(
    (standing) => wanted === undefined || namesList(wanted, standing.source),
  );
  const chains = new Map(archive.chains(known).map((chain) => [chain.source, chain]));
  if (options.json) {
    const lists = standings.map((standing) => ({
      ...standing,
      chain: chains.get(standing.source)?.versions ?? [],
    }));
    process.stdout.write(`${JSON.stringify({ lists }, null, 2)}\n`);
    return;
  }
  process.stdout.write(textTable(columns, standings.map(row)));
  if (options.all)
    process.stdout.write(
      `\n${textTable(
        versionColumns,
        [...chains.values()]
          .flatMap((chain) => chain.versions)
          .filter((version) => wanted === undefined || namesList(wanted, version.source))
          .map(versionRow),
      )}`,
    );
  if (options.issues) for (const standing of standings) process.stdout.write(issuesText(standing));
  const missing = standings.filter(
    ({ state, refusals, extra }) => state === 'not held' && refusals.length === 0 && !extra,
  );
  for (const standing of standings) {
    if (missing.includes(standing) || (standing.extra && standing.live === undefined)) continue;
    for (const warning of standing.warnings) process.stderr.write(warningLine(warning));
  }
  if (missing.length > 0) {
    const ids = missing.map((standing) => standing.source).join(', ');
    process.stderr.write(
      warningLine(
        `Not held: ${ids}. Bring them with "aftershock update", or their files with "aftershock update --from".`,
      ),
    );
  }
}

const columns = [
  { title: 'list' },
  { title: 'state' },
  { title: 'published' },
  { title: 'day from' },
  { title: 'entries', align: 'right' as const },
  { title: 'in the files', most: 50 },
  { title: 'issues', align: 'right' as const },
  { title: 'versions', align: 'right' as const },
  { title: 'sha256' },
];

function row(standing: ListStanding): string[] {
  const { live } = standing;
  const state = standing.refusals.length > 0 && live ? `${standing.state}, standing in` : standing.state;
  return [
    standing.source,
    state === 'fresh' ? state : styled(standing.state === 'fresh' ? 'yellow' : 'red', state),
    live?.published ?? '',
    live?.publishedEvidence ?? '',
    live ? String(live.entries) : '',
    live ? countsText(live.counts) : '',
    live ? String(live.issues) : '',
    String(standing.versions),
    live?.sha256.slice(0, 12) ?? '',
  ];
}

const versionColumns = [
  { title: 'list' },
  { title: 'published' },
  { title: 'format' },
  { title: 'entries', align: 'right' as const },
  { title: 'taken in' },
  { title: 'sha256' },
];

function versionRow(version: NonNullable<ListStanding['live']>): string[] {
  const part = version.completeness === 'extract' ? ' (extract)' : '';
  return [
    version.source,
    version.published,
    `${version.format}${part}`,
    String(version.entries),
    version.fetchedAt.slice(0, 19),
    version.sha256,
  ];
}

function issuesText({ source, live }: ListStanding): string {
  if (!live || live.issues === 0) return '';
  const lines = live.issueList.map((issue) => `  ${describePlace(issue)}: ${issue.message}\n`);
  const more = live.issues - live.issueList.length;
  return `\n${source}, version of ${live.published}:\n${lines.join('')}${more > 0 ? `  and ${more} more\n` : ''}`;
}
