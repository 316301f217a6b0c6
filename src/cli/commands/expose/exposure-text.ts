import type { Duty, DutyGroup, DutyLine, FactNotice } from '../../../exposure/index.ts';
import {
  type Day,
  dayInWords,
  type Effect,
  type ListVersion,
  type Money,
  type Portfolio,
  sumMoney,
  wholeMoneyText,
} from '../../../model/index.ts';
import { displayWidth, effectText, group as grouped, styled, wrap } from '../../terminal.ts';

/** What the join found, however many threads it took. */
export interface ExposedThings {
  readonly assets: number;
  readonly touched: number;
  readonly duties: readonly DutyGroup[];
  readonly notices: readonly FactNotice[];
}

export interface ExposureText {
  readonly portfolio: Portfolio;
  /** Nobody said who asks. */
  readonly assumedActor: boolean;
  readonly on: Day;
  readonly known: Day;
  readonly versions: readonly ListVersion[];
  readonly exposure: ExposedThings;
  readonly lost: number;
  readonly regimeTitle: (id: string) => string;
  readonly all: boolean;
}

const width = 100;
/** Lines of one rule and of questions that are shown without `--all`. */
const most = 6;

/** The findings as somebody reads them who has to act: by what is to be done, under each the rule and the assets. */
export function exposureText(input: ExposureText): string {
  const { portfolio, on, known, exposure, versions } = input;
  const groups = exposure.duties;
  const { roles, jurisdictions } = portfolio.actor;
  const parts = [
    `${styled('bold', portfolio.title)}\n`,
    wrap(
      `On ${dayInWords(on)}, as ${roles.join(', ')} in ${jurisdictions.join(', ').toUpperCase()}${input.assumedActor ? ' (nobody said who asks; --as ROLES says it)' : ''}. ${counted(exposure.assets, 'asset')} looked at; ${grouped(exposure.touched)} ${exposure.touched === 1 ? 'touches' : 'touch'} a party or rule known here.`,
      width,
    ),
  ];
  const told = new Map<string, string>();
  for (const one of groups) if (one.duty !== 'nothing') parts.push('\n', dutyText(one, input, told));
  parts.push(
    '\n',
    nothingText(
      groups.find(({ duty }) => duty === 'nothing'),
      exposure,
    ),
  );
  const { notices } = exposure;
  if (notices.length > 0) {
    parts.push(`\n${styled('bold', 'Stated but not used')}\n`);
    const shown = input.all ? notices : notices.slice(0, most);
    for (const { notice, where, times } of shown)
      parts.push(item(`${notice} (${where}${times > 1 ? `, and ${grouped(times - 1)} more` : ''})`));
    if (notices.length > shown.length) parts.push(`  … ${notices.length - shown.length} more with --all\n`);
  }
  if (input.lost > 0)
    parts.push(
      '\n',
      wrap(`${grouped(input.lost)} rows could not be used; stderr and --json name them.`, width),
    );
  parts.push(
    '\n',
    styled(
      'dim',
      wrap(
        `Possible matches and no verdict; what is not here is not cleared. ${versions.length === 0 ? `Casebook alone, as known on ${dayInWords(known)}: no official lists are held (aftershock update brings them).` : `${counted(versions.length, 'list version')}, as known on ${dayInWords(known)}.`}`,
        width,
      ),
    ),
  );
  return parts.join('');
}

const actedOn: Readonly<Record<Duty, Effect | undefined>> = {
  'stop using': 'prohibited',
  divest: 'prohibited',
  'stop buying': 'prohibited',
  'stop dealing': 'prohibited',
  'ask for a licence': 'licence required',
  disclose: 'disclosure required',
  'find out': 'undetermined',
  nothing: 'allowed',
};

function dutyText(duty: DutyGroup, input: ExposureText, told: Map<string, string>): string {
  const sites = duty.sites > 0 ? `${grouped(duty.sites)} ${duty.sites === 1 ? 'site' : 'sites'}` : undefined;
  const figures = [
    `${grouped(duty.count)} ${duty.count === 1 ? 'item' : 'items'}`,
    sites,
    amounts(duty.values),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
  const sign = effectText(actedOn[duty.duty]!).replace(actedOn[duty.duty]!, '').trimEnd();
  const head = `${sign} ${styled('bold', duty.title)}  ${figures}\n`;
  return head + (duty.duty === 'find out' ? questions(duty, input) : rules(duty, input, told));
}

/** One block a rule: what it says once, then the assets that it is about; the same assets are not told twice. */
function rules(duty: DutyGroup, input: ExposureText, told: Map<string, string>): string {
  const blocks = Map.groupBy(duty.lines, (line) =>
    [line.effect, line.activities.join(', '), line.regime ?? '', line.citation ?? '', line.policy ?? ''].join(
      '|',
    ),
  );
  const parts: string[] = [];
  for (const lines of blocks.values()) {
    const [first] = lines;
    if (!first) continue;
    const flag = first.verified === undefined || first.verified === 'verified' ? '' : ` [${first.verified}]`;
    const rule =
      first.regime === undefined ? '' : `${input.regimeTitle(first.regime)}: ${first.citation}${flag}`;
    parts.push(
      wrap(
        `${first.effect} to ${first.activities.join(', ')}${first.policy ? ` (${first.policy})` : ''}. ${rule}`,
        width,
        '  ',
      ),
    );
    const same = lines
      .map((line) => `${line.what} ${line.party} ${line.confidence} ${line.count} ${line.examples.join()}`)
      .join('|');
    const before = told.get(same);
    if (before !== undefined && lines.length > 1) {
      const count = lines.reduce((sum, line) => sum + line.count, 0);
      parts.push(`    the same ${grouped(count)} items as under “${before}”\n`);
      continue;
    }
    told.set(same, duty.title);
    const shown = input.all ? lines : lines.slice(0, most);
    parts.push(linesTable(shown));
    if (lines.length > shown.length) parts.push(rest(lines.slice(shown.length)));
  }
  return parts.join('');
}

const columns = ['items', 'what', 'match', 'made by, or party', 'sites', 'value'];

function linesTable(lines: readonly DutyLine[]): string {
  const rows = [
    columns,
    ...lines.map((line) => [
      grouped(line.count),
      cut(line.what, 27),
      line.confidence,
      cut(partyPath(line), 36),
      line.sites.length === 0 ? '' : grouped(line.sites.length),
      amounts(line.values),
    ]),
  ];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))));
  return rows
    .map((row, index) => {
      const cells = row.map((cell, column) => {
        const blanks = ' '.repeat(Math.max(0, widths[column]! - displayWidth(cell)));
        return column === 0 || column >= 4 ? blanks + cell : cell + blanks;
      });
      const line = `    ${cells.join('  ').trimEnd()}\n`;
      if (index === 0) return styled('dim', line);
      const { settle, assets } = lines[index - 1]!;
      if (settle === undefined) return line;
      const which = assets > 1 ? 'to make sure, of the first' : 'to make sure';
      return `${line}${styled('dim', wrap(`${which}: ${settle}`, width, '          '))}`;
    })
    .join('');
}

/** Who stands behind the asset; the whole path is in the JSON and the CSV. */
function partyPath(line: DutyLine): string {
  const owners = line.path.length > 1 ? ` → ${line.path.at(-1)!.to}` : '';
  return `${line.partyName}${owners === ` → ${line.partyName}` ? '' : owners}`;
}

function rest(lines: readonly DutyLine[]): string {
  const count = lines.reduce((sum, line) => sum + line.count, 0);
  const values = amounts(sumMoney(lines.flatMap((line) => line.values)));
  return `    … and ${grouped(count)} more items in ${lines.length} lines${values ? `, ${values}` : ''}; --all shows them\n`;
}

/** The questions, most items first: what would be asked is what has to be done. */
function questions(duty: DutyGroup, input: ExposureText): string {
  const blocks = [...Map.groupBy(duty.lines, questionShape).values()]
    .map((lines) => ({
      question: `${lines[0]!.settle ?? lines[0]!.because}${new Set(lines.map(({ settle }) => settle)).size > 1 ? ' So for each of these.' : ''}`,
      lines,
      count: lines.reduce((sum, line) => sum + line.count, 0),
    }))
    .sort((a, b) => b.count - a.count || (a.question < b.question ? -1 : 1));
  const shown = input.all ? blocks : blocks.slice(0, most);
  const parts = shown.map(({ question, lines, count }) => {
    const would = [...new Set(lines.filter(({ party }) => party !== undefined).map(wouldBe))].sort();
    const names = [...new Set(lines.map((line) => line.what))];
    return [
      wrap(`${grouped(count)} ${count === 1 ? 'item' : 'items'}: ${question}`, width, '  '),
      styled(
        'dim',
        wrap(
          `${names.slice(0, 6).join(', ')}${names.length > 6 ? ` and ${names.length - 6} more` : ''}${would.length > 0 ? `. If so: ${would.slice(0, 3).join('; ')}${would.length > 3 ? '; …' : ''}` : ''}`,
          width,
          '    ',
        ),
      ),
    ].join('');
  });
  const left = blocks.slice(shown.length);
  if (left.length > 0)
    parts.push(
      `  … and ${grouped(left.reduce((sum, { count }) => sum + count, 0))} more items under ${left.length} questions; --all shows them\n`,
    );
  return parts.join('');
}

/** The question without the words of the one asset that it was put for: the same question about many models is one. */
function questionShape(line: DutyLine): string {
  let text = line.settle ?? line.because;
  for (const word of line.what.split(/\s+/)) if (word.length > 2) text = text.replaceAll(word, '…');
  // Equipment questions name the model; questions about a party stay apart by party.
  const shape = text
    .replace(/model [^,;.]+/g, 'model …')
    .replace(/\b\d{1,3}(\.\d{1,3}){3}\b|\b([0-9a-f]{2}:){5}[0-9a-f]{2}\b/gi, '…');
  return shape.startsWith('Compare') ? `${line.party ?? ''} ${shape}` : shape;
}

function wouldBe(line: DutyLine): string {
  const what = line.effect === 'undetermined' ? 'may be restricted' : line.effect;
  return `${line.partyName}, ${what} to ${line.activities.join(', ')}`;
}

function nothingText(group: DutyGroup | undefined, exposure: ExposedThings): string {
  const free = group?.assets ?? 0;
  const untouched = exposure.assets - exposure.touched;
  const freed =
    free === 0
      ? ''
      : `${counted(free, 'asset')} ${free === 1 ? 'touches' : 'touch'} a known party, but no rule held here bars what was asked; `;
  return wrap(
    `${effectText('allowed').replace('allowed', '').trimEnd()} ${styled('bold', 'Nothing to do by what is held here')}: ${freed}of ${grouped(untouched)}${free === 0 ? '' : ' more'}, nothing known was found or the maker is a question above. That is no clearance.`,
    width,
  );
}

function counted(count: number, what: string): string {
  return `${grouped(count)} ${what}${count === 1 ? '' : 's'}`;
}

function amounts(values: readonly Money[]): string {
  return values
    .filter(({ minor }) => minor !== 0)
    .map((value) => wholeMoneyText(value))
    .join(' + ');
}

function cut(text: string, length: number): string {
  return displayWidth(text) <= length ? text : `${[...text].slice(0, length - 1).join('')}…`;
}

function item(text: string): string {
  return wrap(text, width, '  ');
}
