import { type Chunks, csvRows, type XmlElement, xmlRecords } from '../../formats/index.ts';
import { Fault } from '../../model/fault.ts';
import type { Link, PartyId } from '../../model/party.ts';
import { readPeriod } from './period.ts';
import { type OwnershipRecord, problem } from './record.ts';

/** GLEIF golden copy CSV: Level 1 records, Level 2 relationships or reporting exceptions, told by their columns. */
export function* readGleifCsv(chunks: Chunks, file: string): Generator<OwnershipRecord> {
  let columns: ReadonlyMap<string, number> | undefined;
  for (const { cells, line } of csvRows(chunks, { file })) {
    if (!columns) {
      columns = new Map(cells.map((title, index) => [title.trim(), index]));
      continue;
    }
    const known = columns;
    const cell: Cell = (name) => cells[known.get(name) ?? -1]?.trim() || undefined;
    if (known.has('Relationship.RelationshipType')) yield* readRelationship(cell, file, line);
    else if (known.has('Exception.Category')) yield* readException(cell, file, line);
    else if (known.has('Entity.LegalName')) yield* readLevel1(cell, file, line);
    else {
      throw new Fault('AS_FILE_FORMAT', 'The columns are none of a GLEIF golden copy.', {
        place: { file, line: 1 },
        remedy: 'Give the LEI, RR or reporting-exception file as CSV or XML.',
      });
    }
  }
}

type Cell = (name: string) => string | undefined;

/** GLEIF XML of the same three kinds (LEI-CDF, RR-CDF, reporting exceptions). */
export function* readGleifXml(chunks: Chunks, file: string): Generator<OwnershipRecord> {
  const records = new Set(
    ['LEIRecord', 'RelationshipRecord', 'Exception'].flatMap((name) => [
      name,
      `lei:${name}`,
      `rr:${name}`,
      `repex:${name}`,
    ]),
  );
  for (const element of xmlRecords(chunks, { file, records })) {
    const cell: Cell = (path) => textAt(element, path);
    const name = localName(element.name);
    if (name === 'LEIRecord') yield* readLevel1(cell, file, element.line);
    else if (name === 'RelationshipRecord') yield* readRelationship(cell, file, element.line);
    else yield* readException(cell, file, element.line);
  }
}

/** Fields that the CSV names otherwise than the path of elements in XML; the number picks one of those that repeat. */
const xmlPaths: readonly (readonly [csv: RegExp, xml: string])[] = [
  [/^Relationship\.Period\.(\d)\.startDate$/, 'Relationship.RelationshipPeriods.$1.StartDate'],
  [/^Relationship\.Period\.(\d)\.endDate$/, 'Relationship.RelationshipPeriods.$1.EndDate'],
  [/^Relationship\.Period\.(\d)\.periodType$/, 'Relationship.RelationshipPeriods.$1.PeriodType'],
  [/^Relationship\.Quantifiers\.(\d)\.(\w+)$/, 'Relationship.RelationshipQuantifiers.$1.$2'],
];

function textAt(element: XmlElement, path: string): string | undefined {
  const steps = xmlPaths.reduce((text, [csv, xml]) => text.replace(csv, xml), path).split('.');
  let at: XmlElement | undefined = element;
  for (const step of steps) {
    const number = Number(step);
    at = Number.isInteger(number)
      ? at?.children[number - 1]
      : at?.children.find((inner) => localName(inner.name) === step);
  }
  return at?.text || undefined;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function* readLevel1(cell: Cell, file: string, line: number): Generator<OwnershipRecord> {
  const lei = cell('LEI');
  if (!lei) {
    yield problem(file, line, 'The record has no LEI.', true, 'LEI');
    return;
  }
  const country = cell('Entity.LegalAddress.Country')?.toLowerCase();
  yield {
    kind: 'party',
    party: {
      id: `lei:${lei}`,
      name: cell('Entity.LegalName') ?? lei,
      schema: 'LegalEntity',
      ...(country ? { country } : {}),
    },
  };
}

/** Registration states of a relationship that say it was never, or is no longer, a statement to be used. */
const withdrawn = new Set(['ANNULLED', 'DUPLICATE', 'CANCELLED', 'PENDING_VALIDATION']);

/**
 * Accounting consolidation is control in the sense of accounting standards, and no share: it becomes a control link, and
 * a percentage given with it stays a note. Relations of funds are shown only.
 */
function* readRelationship(cell: Cell, file: string, line: number): Generator<OwnershipRecord> {
  const start = cell('Relationship.StartNode.NodeID');
  const end = cell('Relationship.EndNode.NodeID');
  const type = cell('Relationship.RelationshipType');
  if (!start || !end || !type) {
    yield problem(file, line, 'The relationship lacks an end or a type.', true);
    return;
  }
  const registration = cell('Registration.RegistrationStatus');
  if (registration && withdrawn.has(registration)) {
    yield problem(
      file,
      line,
      `The relationship is ${registration.toLowerCase()} and was left out.`,
      true,
      'Registration.RegistrationStatus',
    );
    return;
  }
  const { from, until, isInverted, problem: badDay } = relationshipPeriod(cell);
  if (badDay) yield problem(file, line, badDay, isInverted, 'Relationship.Period');
  if (isInverted) return;
  const isConsolidation = type === 'IS_DIRECTLY_CONSOLIDATED_BY' || type === 'IS_ULTIMATELY_CONSOLIDATED_BY';
  const link: Link = {
    id: `rr:${start}:${type}:${end}:${line}`,
    kind: isConsolidation ? 'control' : 'other',
    owner: `lei:${end}` as PartyId,
    owned: `lei:${start}` as PartyId,
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
    note: noteOf(cell, type, registration),
    provenance: { source: `GLEIF relationship record, line ${line}`, verified: 'verified' },
  };
  yield { kind: 'link', link };
}

function relationshipPeriod(cell: Cell) {
  let period: { start?: string | undefined; end?: string | undefined } = {};
  for (let number = 1; number <= 5; number++) {
    if (cell(`Relationship.Period.${number}.periodType`) !== 'RELATIONSHIP_PERIOD') continue;
    period = {
      start: cell(`Relationship.Period.${number}.startDate`),
      end: cell(`Relationship.Period.${number}.endDate`),
    };
  }
  const isOver = cell('Relationship.RelationshipStatus') === 'INACTIVE';
  // An ended relation without an end is over by the day the record was last changed.
  const read = readPeriod(
    period.start,
    period.end ?? (isOver ? cell('Registration.LastUpdateDate') : undefined),
  );
  return { ...read.period, isInverted: read.isInverted, problem: read.problem };
}

function noteOf(cell: Cell, type: string, registration: string | undefined): string {
  const amount = cell('Relationship.Quantifiers.1.QuantifierAmount');
  const quantity =
    amount &&
    `${amount} percent stated for ${(cell('Relationship.Quantifiers.1.MeasurementMethod') ?? 'no method').toLowerCase().replaceAll('_', ' ')}, which is no share`;
  const lapsed = registration === 'LAPSED' && 'the record has lapsed';
  return [type.toLowerCase().replaceAll('_', ' '), quantity, lapsed].filter(Boolean).join('; ');
}

function* readException(cell: Cell, file: string, line: number): Generator<OwnershipRecord> {
  const lei = cell('LEI');
  const category = cell('Exception.Category') ?? cell('ExceptionCategory');
  if (!lei || !category) {
    yield problem(file, line, 'The exception lacks an LEI or a category.', true);
    return;
  }
  const reason = cell('Exception.Reason.1') ?? cell('ExceptionReason') ?? 'no reason given';
  const words = (text: string) => text.toLowerCase().replaceAll('_', ' ');
  yield { kind: 'unnamed', owned: `lei:${lei}`, reason: `${words(category)}: ${words(reason)}` };
}
