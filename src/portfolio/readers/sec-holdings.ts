import { child, childText, oneChunk, type XmlElement, xmlRecords } from '../../formats/index.ts';
import type { Identifier, Money } from '../../model/index.ts';
import { readAmount } from '../cell-numbers.ts';
import { type FileReading, type PortfolioFile, present, startReading } from '../reading.ts';

const plainStyle = { dayOrder: 'month first', decimal: '.' } as const;

/** Text of an element, where it is not the filing's `N/A`. */
function stated(element: XmlElement | undefined, name: string): string | undefined {
  const text = childText(element, name);
  return text === undefined || /^n\/?a$/i.test(text) ? undefined : text;
}

function identifiersOf(
  ...pairs: readonly (readonly [Identifier['kind'], string | undefined])[]
): Identifier[] {
  return pairs.flatMap(([kind, value]) => (value && !/^0+$/.test(value) ? [{ kind, value }] : []));
}

function inDollars(text: string | undefined, currency = 'USD'): Money | undefined {
  return text === undefined ? undefined : readAmount(text, currency, plainStyle);
}

/** Reads the holdings of a Form N-PORT (monthly portfolio of a US fund). */
export function readNport(file: PortfolioFile): FileReading {
  const draft = startReading();
  let fund = '';
  const records = xmlRecords(oneChunk(file.bytes), {
    file: file.name,
    records: new Set(['invstOrSec', 'genInfo']),
    tolerateCut: true,
    report: (issue) => draft.issues.push(issue),
  });
  for (const record of records) {
    if (record.name === 'genInfo') {
      fund = stated(record, 'seriesName') ?? stated(record, 'regName') ?? '';
      const asOf = stated(record, 'repPdDate');
      if (asOf)
        draft.notices.push(
          `positions of ${fund || 'the fund'} as of ${asOf}; N-PORT is published with a delay`,
        );
      continue;
    }
    draft.rows++;
    const issuer = stated(record, 'name') ?? stated(record, 'title');
    const isin = child(child(record, 'identifiers'), 'isin')?.attributes.value;
    if (!issuer) {
      draft.issues.push({
        code: 'AS_ROW',
        message: 'A holding has no name.',
        file: file.name,
        line: record.line,
        lost: true,
      });
      continue;
    }
    draft.assets.push({
      kind: 'holding',
      id: `${fund ? `${fund} ` : ''}${isin ?? stated(record, 'cusip') ?? issuer}`,
      rows: [{ file: file.name, line: record.line }],
      issuer,
      identifiers: identifiersOf(['LEI', stated(record, 'lei')], ['CUSIP', stated(record, 'cusip')]),
      ...present({
        isin,
        instrument: stated(record, 'assetCat'),
        quantity: plainQuantity(stated(record, 'balance')),
        value: inDollars(stated(record, 'valUSD')),
      }),
    });
  }
  return { ...draft, reader: 'N-PORT' };
}

/** Reads a Form 13F information table, with the warning that matters: it cannot show mainland shares. */
export function readThirteenF(file: PortfolioFile): FileReading {
  const draft = startReading();
  draft.notices.push(
    'A 13F lists US-traded securities only: China A-shares such as those of Hikvision (002415) or Dahua (002236) are not 13(f) securities and cannot appear here. Give N-PORT or custody holdings to see them.',
  );
  const records = xmlRecords(oneChunk(file.bytes), {
    file: file.name,
    records: new Set(['infoTable']),
    tolerateCut: true,
    report: (issue) => draft.issues.push(issue),
  });
  for (const record of records) {
    draft.rows++;
    const issuer = stated(record, 'nameOfIssuer');
    if (!issuer) {
      draft.issues.push({
        code: 'AS_ROW',
        message: 'A holding has no issuer.',
        file: file.name,
        line: record.line,
        lost: true,
      });
      continue;
    }
    const cusip = stated(record, 'cusip');
    draft.assets.push({
      kind: 'holding',
      id: cusip ? `${issuer} ${cusip}` : issuer,
      rows: [{ file: file.name, line: record.line }],
      issuer,
      identifiers: identifiersOf(['CUSIP', cusip]),
      ...present({
        instrument: stated(record, 'titleOfClass'),
        quantity: stated(child(record, 'shrsOrPrnAmt'), 'sshPrnamt'),
        value: inDollars(stated(record, 'value')),
      }),
    });
  }
  return { ...draft, reader: '13F information table' };
}

function plainQuantity(text: string | undefined): string | undefined {
  return text?.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}
