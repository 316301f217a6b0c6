import {
  child,
  childrenOf,
  childText,
  descendants,
  oneChunk,
  type XmlElement,
  xmlRecords,
} from '../../formats/index.ts';
import { type Day, type Identifier, isDay, type Money, type Payment } from '../../model/index.ts';
import { readAmount } from '../cell-numbers.ts';
import { type FileReading, type PortfolioFile, present, startReading } from '../reading.ts';

type Party = Payment['parties'][number];

const plainStyle = { dayOrder: 'day first', decimal: '.' } as const;

/** Every role in which a party or agent may stand in a payment; a listed name is as grave in the last as in the first. */
const partyRoles: readonly (readonly [element: string, role: string])[] = [
  ['Cdtr', 'creditor'],
  ['UltmtCdtr', 'ultimate creditor'],
  ['Dbtr', 'debtor'],
  ['UltmtDbtr', 'ultimate debtor'],
  ['InitgPty', 'initiating party'],
  ['TradgPty', 'trading party'],
  ['Invcr', 'invoicer'],
  ['Invcee', 'invoicee'],
];
const agentRoles: readonly (readonly [element: string, role: string])[] = [
  ['CdtrAgt', 'creditor agent'],
  ['DbtrAgt', 'debtor agent'],
  ['IntrmyAgt1', 'intermediary agent'],
  ['IntrmyAgt2', 'intermediary agent'],
  ['IntrmyAgt3', 'intermediary agent'],
  ['PrvsInstgAgt1', 'previous instructing agent'],
  ['InstgAgt', 'instructing agent'],
  ['InstdAgt', 'instructed agent'],
];

/** Reads pain.001, pacs.008/009 and camt.05x: one payment per transaction, with all parties of all levels above it. */
export function readIso20022(file: PortfolioFile): FileReading {
  const draft = startReading();
  const records = xmlRecords(oneChunk(file.bytes), {
    file: file.name,
    records: new Set(['GrpHdr', 'PmtInf', 'CdtTrfTxInf', 'Stmt', 'Rpt', 'Ntfctn']),
    tolerateCut: true,
    report: (issue) => draft.issues.push(issue),
  });
  let header: XmlElement | undefined;
  let unstructured = 0;
  for (const record of records) {
    if (record.name === 'GrpHdr') header = record;
    else if (record.name === 'PmtInf') {
      for (const transaction of childrenOf(record, 'CdtTrfTxInf')) add(transaction, [record, header]);
    } else if (record.name === 'CdtTrfTxInf') add(record, [header]);
    else for (const entry of childrenOf(record, 'Ntry')) addEntry(entry, record);
  }
  if (draft.rows === 0) draft.notices.push('the message has no payments (a status or header message)');
  if (unstructured > 0) {
    draft.notices.push(
      `${unstructured} part${unstructured > 1 ? 'ies have' : 'y has'} only an unstructured address; cross-border payments with such addresses are refused from 14 November 2026 (CBPR+)`,
    );
  }
  return { ...draft, reader: 'ISO 20022 payments' };

  function add(transaction: XmlElement, levels: readonly (XmlElement | undefined)[]): void {
    draft.rows++;
    const scopes = [transaction, ...levels];
    const parties = partiesOf(scopes);
    unstructured += parties.filter((party) => party.address && !party.country).length;
    const number = draft.rows;
    draft.assets.push({
      kind: 'payment',
      id:
        childText(child(transaction, 'PmtId'), 'EndToEndId') ??
        childText(child(transaction, 'PmtId'), 'InstrId') ??
        `${file.name}#${number}`,
      rows: [{ file: file.name, line: transaction.line }],
      direction: 'out',
      parties,
      ...present({
        amount: amountOf(transaction),
        due: dueOf(scopes),
        remittance: remittanceOf(transaction),
      }),
    });
  }

  function addEntry(entry: XmlElement, statement: XmlElement): void {
    const details = childrenOf(entry, 'NtryDtls').flatMap((part) => childrenOf(part, 'TxDtls'));
    for (const transaction of details.length > 0 ? details : [entry]) {
      draft.rows++;
      const related = child(transaction, 'RltdPties');
      const owner = childText(child(child(statement, 'Acct'), 'Ownr'), 'Nm');
      const isIn = childText(entry, 'CdtDbtInd') === 'CRDT';
      const parties = partiesOf(
        [wrapped(related), child(transaction, 'RltdAgts')].filter((part) => part !== undefined),
      );
      if (owner) parties.push({ role: 'account owner', name: owner, identifiers: [] });
      const note = childText(entry, 'AddtlNtryInf');
      const remittance = [remittanceOf(transaction), note].filter(Boolean).join(' | ');
      draft.assets.push({
        kind: 'payment',
        id: `${childText(entry, 'NtryRef') ?? childText(entry, 'AcctSvcrRef') ?? file.name}#${draft.rows}`,
        rows: [{ file: file.name, line: transaction.line }],
        direction: isIn ? 'in' : 'out',
        parties,
        ...present({
          amount: amountOf(transaction) ?? amountOf(entry),
          due: dayOf(child(entry, 'ValDt')) ?? dayOf(child(entry, 'BookgDt')),
          remittance,
        }),
      });
    }
  }
}

/** Newer camt versions put each party one level deeper, as `Dbtr/Pty`. */
function wrapped(related: XmlElement | undefined): XmlElement | undefined {
  if (!related) return undefined;
  return {
    ...related,
    children: related.children.map((part) => {
      const inner = child(part, 'Pty');
      return inner ? { ...inner, name: part.name } : part;
    }),
  };
}

function partiesOf(scopes: readonly (XmlElement | undefined)[]): Party[] {
  const parties: Party[] = [];
  for (const [element, role] of partyRoles) {
    const found = firstOf(scopes, element);
    const name = childText(found, 'Nm');
    if (found && name) parties.push(partyOf(role, name, found));
  }
  for (const [element, role] of agentRoles) {
    const institution = child(firstOf(scopes, element), 'FinInstnId');
    const bic = childText(institution, 'BICFI') ?? childText(institution, 'BIC');
    const name = childText(institution, 'Nm') ?? bic;
    if (!institution || !name) continue;
    const agent = partyOf(role, name, institution);
    parties.push({
      ...agent,
      identifiers: bic ? [{ kind: 'BIC', value: bic }, ...agent.identifiers] : agent.identifiers,
    });
  }
  return parties;
}

function firstOf(scopes: readonly (XmlElement | undefined)[], name: string): XmlElement | undefined {
  for (const scope of scopes) {
    const found = child(scope, name);
    if (found) return found;
  }
  return undefined;
}

function partyOf(role: string, name: string, element: XmlElement): Party {
  const postal = child(element, 'PstlAdr');
  const country = childText(postal, 'Ctry') ?? childText(element, 'CtryOfRes');
  const identifiers: Identifier[] = [];
  for (const lei of descendants(element, 'LEI'))
    if (lei.text) identifiers.push({ kind: 'LEI', value: lei.text });
  for (const bic of descendants(child(element, 'Id') ?? element, 'AnyBIC'))
    if (bic.text) identifiers.push({ kind: 'BIC', value: bic.text });
  for (const other of childrenOf(child(child(element, 'Id'), 'OrgId'), 'Othr')) {
    const value = childText(other, 'Id');
    const label = childText(child(other, 'SchmeNm'), 'Cd') ?? childText(child(other, 'SchmeNm'), 'Prtry');
    if (value) identifiers.push({ kind: 'other', value, ...(label ? { label } : {}) });
  }
  return {
    role,
    name,
    identifiers,
    ...present({ country: country?.toLowerCase(), address: addressOf(postal) }),
  };
}

/** Structured, hybrid and unstructured addresses as one line, in the order of an envelope. */
function addressOf(postal: XmlElement | undefined): string | undefined {
  if (!postal) return undefined;
  const street = [childText(postal, 'StrtNm'), childText(postal, 'BldgNb')].filter(Boolean).join(' ');
  const town = [childText(postal, 'PstCd'), childText(postal, 'TwnNm')].filter(Boolean).join(' ');
  const lines = childrenOf(postal, 'AdrLine').map((line) => line.text);
  const parts = [
    ...lines,
    childText(postal, 'Dept'),
    street,
    childText(postal, 'TwnLctnNm'),
    town,
    childText(postal, 'CtrySubDvsn'),
  ];
  return parts.filter(Boolean).join(', ') || undefined;
}

function amountOf(transaction: XmlElement): Money | undefined {
  const amount = child(transaction, 'Amt');
  const element =
    child(transaction, 'IntrBkSttlmAmt') ??
    child(amount, 'InstdAmt') ??
    child(child(amount, 'EqvtAmt'), 'Amt') ??
    child(transaction, 'InstdAmt') ??
    (amount?.attributes.Ccy ? amount : undefined);
  return element?.attributes.Ccy ? readAmount(element.text, element.attributes.Ccy, plainStyle) : undefined;
}

function dueOf(scopes: readonly (XmlElement | undefined)[]): Day | undefined {
  return dayOf(firstOf(scopes, 'IntrBkSttlmDt')) ?? dayOf(firstOf(scopes, 'ReqdExctnDt'));
}

/** A date element itself or its `Dt` or `DtTm` child. */
function dayOf(element: XmlElement | undefined): Day | undefined {
  const text = (childText(element, 'Dt') ?? childText(element, 'DtTm') ?? element?.text ?? '').slice(0, 10);
  return isDay(text) ? text : undefined;
}

function remittanceOf(transaction: XmlElement): string | undefined {
  const info = child(transaction, 'RmtInf');
  const lines = childrenOf(info, 'Ustrd').map((line) => line.text);
  for (const structured of childrenOf(info, 'Strd')) {
    for (const name of ['Ref', 'Nb', 'AddtlRmtInf'])
      for (const found of descendants(structured, name)) lines.push(found.text);
  }
  return lines.filter(Boolean).join(' | ') || undefined;
}
