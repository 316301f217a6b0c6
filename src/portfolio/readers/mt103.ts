import { decodeText } from '../../formats/index.ts';
import { type Day, type Identifier, isDay, type Payment } from '../../model/index.ts';
import { readAmount } from '../cell-numbers.ts';
import { type FileReading, type PortfolioFile, present, startReading } from '../reading.ts';

const roles: Readonly<Record<string, string>> = {
  '50': 'debtor',
  '51': 'sending institution',
  '52': 'debtor agent',
  '53': 'sender correspondent',
  '54': 'receiver correspondent',
  '55': 'third reimbursement institution',
  '56': 'intermediary agent',
  '57': 'creditor agent',
  '59': 'creditor',
};

/** Reads SWIFT MT103 messages, one after the other: parties of fields 50 to 59, amount of 32A, details of 70 and 72. */
export function readMt103(file: PortfolioFile): FileReading {
  const draft = startReading();
  const { text } = decodeText(file.bytes);
  const blocks = text.split(/\{4:\r?\n/);
  let line = 1 + lineBreaks(blocks[0] ?? '');
  for (const block of blocks.slice(1)) {
    line++;
    const end = block.indexOf('\n-}');
    draft.rows++;
    const fields = fieldsOf(end < 0 ? block : block.slice(0, end));
    if (end < 0) {
      draft.issues.push({
        code: 'AS_FILE_TRUNCATED',
        message: 'The message does not end.',
        file: file.name,
        line,
        lost: false,
      });
    }
    const settled = /^(\d{2})(\d{2})(\d{2})([A-Z]{3})([\d,]+)$/.exec(fields.get('32A')?.[0] ?? '');
    const due = settled ? `20${settled[1]}-${settled[2]}-${settled[3]}` : '';
    const parties = [...fields].flatMap(([tag, lines]) => partyOf(tag, lines));
    if (parties.length === 0) {
      draft.issues.push({
        code: 'AS_ROW',
        message: 'The message names nobody.',
        file: file.name,
        line,
        lost: true,
      });
    } else {
      const amount = settled
        ? readAmount(settled[5]!.replace(/,$/, ''), settled[4]!, { dayOrder: 'day first', decimal: ',' })
        : undefined;
      draft.assets.push({
        kind: 'payment',
        id: fields.get('20')?.[0] ?? `${file.name}:${line}`,
        rows: [{ file: file.name, line }],
        direction: 'out',
        parties,
        ...present({
          amount,
          due: isDay(due) ? (due as Day) : undefined,
          remittance: [...(fields.get('70') ?? []), ...(fields.get('72') ?? [])].join(' ') || undefined,
        }),
      });
    }
    line += lineBreaks(block);
  }
  return { ...draft, reader: 'SWIFT MT103' };
}

function lineBreaks(text: string): number {
  return text.split('\n').length - 1;
}

function fieldsOf(block: string): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  let current: string[] | undefined;
  for (const line of block.split(/\r?\n/)) {
    const start = /^:(\d{2}[A-Z]?):(.*)$/.exec(line);
    if (start) {
      current = [start[2]!];
      fields.set(start[1]!, current);
    } else if (line.trim() !== '') current?.push(line);
  }
  return fields;
}

/** Account line, then name, then address; option A has a BIC, option F numbered lines (`1/NAME`, `2/STREET`, `3/CC/TOWN`). */
function partyOf(tag: string, lines: readonly string[]): Payment['parties'][number][] {
  const role = roles[tag.slice(0, 2)];
  if (!role) return [];
  const rest = lines[0]?.startsWith('/') ? lines.slice(1) : [...lines];
  const first = rest[0]?.trim();
  if (!first) return [];
  if (/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(first)) {
    const identifiers: Identifier[] = [{ kind: 'BIC', value: first }];
    return [{ role, name: rest[1]?.trim() ?? first, identifiers }];
  }
  if (/^1\//.test(first)) {
    const part = (number: string) =>
      rest
        .filter((line) => line.startsWith(`${number}/`))
        .map((line) => line.slice(2))
        .join(' ');
    const [, country, town] = /^([A-Z]{2})(?:\/(.*))?$/.exec(part('3')) ?? [];
    const address = [part('2'), town].filter(Boolean).join(', ');
    return [
      { role, name: part('1'), identifiers: [], ...present({ address, country: country?.toLowerCase() }) },
    ];
  }
  return [{ role, name: first, identifiers: [], ...present({ address: rest.slice(1).join(', ') }) }];
}
