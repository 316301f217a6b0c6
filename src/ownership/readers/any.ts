import type { Chunks } from '../../formats/index.ts';
import { Fault } from '../../model/fault.ts';
import { readBods } from './bods.ts';
import { readFollowTheMoney } from './ftm.ts';
import { readGleifCsv, readGleifXml } from './gleif.ts';
import { readOwnershipTable } from './ownership-table.ts';
import type { OwnershipRecord } from './record.ts';
import { readUkPsc } from './uk-psc.ts';

const ownershipForms = ['bods', 'psc', 'ftm', 'gleif-csv', 'gleif-xml', 'table'] as const;
export type OwnershipForm = (typeof ownershipForms)[number];

const readers: Readonly<Record<OwnershipForm, (chunks: Chunks, file: string) => Generator<OwnershipRecord>>> =
  {
    bods: readBods,
    psc: readUkPsc,
    ftm: readFollowTheMoney,
    'gleif-csv': readGleifCsv,
    'gleif-xml': readGleifXml,
    table: readOwnershipTable,
  };

/** Reads an ownership file of any form that is known, told by how it begins. Throws `AS_FILE_FORMAT` for others. */
export function* readOwnership(chunks: Chunks, file: string): Generator<OwnershipRecord> {
  const iterator = chunks[Symbol.iterator]();
  const first = iterator.next();
  if (first.done) throw new Fault('AS_FILE_EMPTY', 'The file is empty.', { place: { file } });
  const all = (function* () {
    yield first.value;
    yield* { [Symbol.iterator]: () => iterator };
  })();
  yield* readers[formOf(first.value, file)](all, file);
}

/** The form of a file by its first bytes. */
export function formOf(head: Uint8Array, file: string): OwnershipForm {
  const text = new TextDecoder().decode(head.subarray(0, 65_536)).trimStart();
  if (text.startsWith('<')) {
    if (/LEIData|RelationshipData|ReportingException/.test(text)) return 'gleif-xml';
  } else if (/^[[{]/.test(text)) {
    if (/"recordDetails"|"recordType"/.test(text)) return 'bods';
    if (/"company_number"|persons?[-_]of[-_]significant[-_]control/.test(text)) return 'psc';
    if (/"schema"/.test(text) && /"properties"/.test(text)) return 'ftm';
  } else if (/^"?(LEI|Relationship\.)/.test(text)) return 'gleif-csv';
  else if (/^[^\n]*[,;\t]/.test(text)) return 'table';
  throw new Fault('AS_FILE_FORMAT', 'The file is none of the ownership forms that are known.', {
    place: { file },
    remedy: `Known are ${ownershipForms.join(', ')}; the simplest is CSV with the columns owner, owned, share.`,
  });
}
