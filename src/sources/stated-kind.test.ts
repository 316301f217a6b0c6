import { expect, it } from 'vitest';
import { listFiles } from '../../test/list-files.ts';
import { describeWithShared } from '../../test/shared-data.ts';
import { findSource } from './detect.ts';
import { readList } from './read-list.ts';
import { schemaOfKind } from './stated-kind.ts';

it.each([
  ['Individual', 'Person'],
  ['person', 'Person'],
  ['Entity', 'Organization'],
  ['enterprise', 'Organization'],
  ['Ship', 'Vessel'],
  ['Vessel', 'Vessel'],
  ['Aircraft', 'Airplane'],
  ['Other Entity', 'LegalEntity'],
  ['', 'LegalEntity'],
  [undefined, 'LegalEntity'],
])('takes the word %s of a publisher for %s', (word, schema) => {
  expect(schemaOfKind(word)).toBe(schema);
});

describeWithShared('withhold release orders', () => {
  it('name fishing vessels as such, and leave open what others are', () => {
    const [format] = findSource('us-cbp-wro')!.formats;
    const files = listFiles('us-extracts-2026-07', 'cbp_wro.json');
    const { records } = readList(format!, files);
    const schemas = new Map(records.map(({ names, schema }) => [names[0]!.text, schema]));
    expect(schemas.get('Fishing Vessel: Da Wang')).toBe('Vessel');
    expect(schemas.get('Fishing Vessels owned by Dalian Ocean Fishing Co. Ltd.')).toBe('LegalEntity');
  });
});
