import type { Format, Source } from './source.ts';
import { sources } from './sources.ts';

/** The page `docs/sources.md`, made from the readers; `node tools/write-sources-page.ts` writes it. */
export function sourcesPage(): string {
  return `${[
    '# Lists that are read',
    '',
    '<!-- Generated from src/sources by `node tools/write-sources-page.ts`; do not edit. -->',
    '',
    'Every format says which fields of the publisher it reads, and which it leaves out and why. A field that is neither is reported when a file is read, and fails a test when a file of the collection has it. A partial format is an amendment or a part of a list: what it lacks is not thereby delisted.',
    '',
    'Addresses are marked as they were obtained: *verified* against a copy of the publisher’s documentation or page, *secondary* from another’s description or program that fetches from it (looked up on 22 November 2026), *from memory* not found anywhere yet. Each can be overridden in the settings. A list without an address is taken in from a file.',
    '',
    '| list | publisher | formats | stale after | may lose | licence of the data |',
    '| --- | --- | --- | --- | --- | --- |',
    ...sources.map(
      (source) =>
        `| [${source.id}](#${source.id}) | ${source.publisher} | ${source.formats.length} | ${days(source.freshnessDays)} | ${source.mayLosePercent} % | ${source.licence} |`,
    ),
    '',
    ...sources.flatMap(section),
  ].join('\n')}`;
}

function section(source: Source): string[] {
  return [
    `## ${source.id}`,
    '',
    `${source.title}. ${source.publisher}.`,
    '',
    `- Regimes: ${source.regimes.map(code).join(', ')}`,
    `- Expected anew within ${days(source.freshnessDays)}; a version that lost more than ${source.mayLosePercent} % of the entries is refused.`,
    `- Licence: ${source.licence}`,
    ...addresses(source),
    '',
    ...source.formats.flatMap(formatLines),
  ];
}

function addresses(source: Source): string[] {
  if (source.addresses.length === 0) return ['- Address: none; taken in from a file.'];
  return source.addresses.map(
    (address) =>
      `- Address (${code(address.format)}, ${source.verified}): ${address.files.map((file) => `<${file.url}>`).join(', ')}`,
  );
}

function formatLines(format: Format): string[] {
  const files = format.files
    .map((file) => `${code(file.pattern.source)}${file.required ? '' : ' (may be absent)'}`)
    .join(', ');
  return [
    `### ${format.id}`,
    '',
    `${format.title}${format.partial ? ' (partial)' : ''}. Files: ${files}.`,
    '',
    `Read: ${format.mapped.map(code).join(', ')}.`,
    '',
    ...(format.leftOut.length > 0
      ? ['Left out:', ...leftOutLines(format), '']
      : ['Nothing is left out.', '']),
  ];
}

/** Fields left out for the same reason share a line. */
function leftOutLines(format: Format): string[] {
  const byReason = new Map<string, string[]>();
  for (const { field, why } of format.leftOut) byReason.set(why, [...(byReason.get(why) ?? []), field]);
  return ['', ...[...byReason].map(([why, fields]) => `- ${fields.map(code).join(', ')}: ${why}`)];
}

function code(text: string): string {
  return `\`${text}\``;
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
