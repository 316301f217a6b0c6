import { type JsonLine, jsonLines } from '../../formats/json.ts';
import type { Issue } from '../../model/fault.ts';
import type { SourceRecord } from '../../model/source-record.ts';
import { watchEnd } from '../file-end.ts';
import { mappedFormat } from '../mapping/mapped-format.ts';
import { defineMapping } from '../mapping/mapping.ts';
import { emptyList, truncated, wrongFormat } from '../refusals.ts';
import type { Format, ListFacts, SourceFile } from '../source.ts';
import { isObject, recordOfFtmEntity } from './entity.ts';

/** `entities.ftm.json` and `targets.nested.json`: one FollowTheMoney entity a line. */
export const ftmLines: Format = {
  id: 'opensanctions-ftm-json',
  title: 'OpenSanctions entities.ftm.json or targets.nested.json',
  files: [{ pattern: /\.json$/i, required: true }],
  recognises: (head) =>
    /^\s*\{"id":\s*"/.test(head) && head.includes('"schema"') && head.includes('"properties"'),
  read: (files, report) => readLines(files[0]!, report),
  mapped: ['id', 'caption', 'schema', 'properties.*', 'referents', 'datasets'],
  leftOut: [
    { field: 'first_seen', why: 'when OpenSanctions saw it; versions are kept here' },
    { field: 'last_seen', why: 'when OpenSanctions saw it; versions are kept here' },
    { field: 'last_change', why: 'when OpenSanctions saw it change; versions are kept here' },
    { field: 'target', why: 'told by the topics' },
    {
      field: 'properties.religion, ethnicity, political, sexuality',
      why: 'special categories of personal data',
    },
  ],
};

function* readLines(file: SourceFile, report: (issue: Issue) => void): Generator<SourceRecord, ListFacts> {
  const end = watchEnd(file);
  const counts = { entities: 0, parties: 0 };
  let broken: JsonLine | undefined;
  for (const line of jsonLines(end.chunks(), file.name)) {
    if (broken && 'issue' in broken) report(broken.issue);
    broken = undefined;
    if ('issue' in line) {
      if (counts.entities === 0)
        throw wrongFormat(file.name, 'The first line is not a JSON entity.', line.line);
      broken = line;
      continue;
    }
    if (!isObject(line.value) || typeof line.value.schema !== 'string') {
      throw wrongFormat(file.name, 'The line is not a FollowTheMoney entity.', line.line);
    }
    counts.entities++;
    const record = recordOfFtmEntity(line.value, file.name, line.line, report);
    if (record) {
      counts.parties++;
      yield record;
    }
  }
  if (broken) throw truncated(file.name, 'The last line is not whole.', broken.line);
  if (counts.entities === 0) throw emptyList(file.name);
  return { counts };
}

/** `targets.simple.csv`: one row for each target. */
export const simpleCsv = simpleCsvOf('opensanctions');

/** The same, its rows listed under the regime of a data set. */
export function simpleCsvOf(regime: string): Format {
  return mappedFormat(
    defineMapping({
      id: 'opensanctions-simple-csv',
      title: 'OpenSanctions targets.simple.csv',
      regime,
      file: '\\.csv$',
      delimiter: ',',
      columns: {
        id: { to: 'entry id' },
        schema: {
          to: 'schema',
          values: {
            Person: 'Person',
            Company: 'Company',
            Organization: 'Organization',
            PublicBody: 'PublicBody',
            LegalEntity: 'LegalEntity',
            Vessel: 'Vessel',
            Airplane: 'Airplane',
            Security: 'Security',
            CryptoWallet: 'CryptoWallet',
          },
        },
        name: { to: 'name' },
        aliases: { to: 'name', kind: 'alias', split: ';' },
        birth_date: { to: 'birth date', split: ';' },
        countries: { to: 'country', split: ';' },
        addresses: { to: 'address', split: ';' },
        identifiers: { to: 'identifier', kind: 'other', split: ';' },
        sanctions: { to: 'program', split: ';' },
        phones: { to: 'identifier', kind: 'phone', split: ';' },
        emails: { to: 'identifier', kind: 'email', split: ';' },
        dataset: { to: 'attribute', name: 'dataset', split: ';' },
      },
      leftOut: {
        first_seen: 'when OpenSanctions saw it; versions are kept here',
        last_seen: 'when OpenSanctions saw it; versions are kept here',
        last_change: 'when OpenSanctions saw it change; versions are kept here',
      },
      optional: ['program_ids'],
    }),
    { id: 'opensanctions-simple-csv', endsWithLineEnd: true },
  );
}
