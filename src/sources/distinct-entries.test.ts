import { expect, it } from 'vitest';
import { fileOf } from '../../test/list-files.ts';
import { findFormat, findSource } from './detect.ts';
import { readList } from './read-list.ts';

it('keeps both entries of an id that a publisher gives twice, and says where', () => {
  const nulls = '-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ';
  const file = fileOf('sdn.csv', `7,"A",-0- ,"SDGT",${nulls}\r\n7,"B",-0- ,"SDGT",${nulls}\r\n\u001a`);
  const { records, issues } = readList(findFormat(findSource('us-ofac-sdn')!, 'ofac-sdn-csv')!, [file]);
  expect(records.map((record) => [record.entry, record.names[0]!.text])).toEqual([
    ['7', 'A'],
    ['7-2', 'B'],
  ]);
  expect(issues).toContainEqual(expect.objectContaining({ file: 'sdn.csv', line: 2, lost: false }));
});
