import { expect, it } from 'vitest';
import { fileOf, listFiles } from '../../test/list-files.ts';
import { describeWithShared } from '../../test/shared-data.ts';
import { findFormat, findSource } from './detect.ts';
import { ownList } from './mapping/own-list.ts';
import { readList } from './read-list.ts';

const mapping = `
id: watch
title: Watch list
regime: watch
columns:
  Name: { to: name }
  Alias: { to: name, kind: alias, split: ';' }
  Old name: { to: name, kind: former }
empty: [Blank]
`;

function read(...rows: readonly string[]) {
  const file = fileOf('watch.csv', `Name,Alias,Old name\n${rows.join('\n')}\n`);
  const { records, issues } = readList(ownList(mapping).formats[0]!, [file]);
  return { names: records.map(({ names }) => names.map(({ text }) => text)), issues };
}

it.each(['None', 'none', 'N/A', 'n.a.', 'nan', 'NaN', 'null', 'NULL', 'Unknown', '-', '--', '?', '…', '-0-'])(
  'takes no %s for a further name, and says so with its line',
  (word) => {
    const { names, issues } = read('Apex Pumps,,', `Zorblatt Marine,Zorb;${word},${word}`);
    expect(names).toEqual([['Apex Pumps'], ['Zorblatt Marine', 'Zorb']]);
    expect(issues).toEqual([
      expect.objectContaining({ line: 3, lost: false, message: expect.stringContaining(`alias “${word}”`) }),
    ]);
  },
);

it.each(['Nan', 'NAN', 'Null', 'NA', 'No', 'Nonesuch', '7', '無'])('takes %s for a further name', (word) => {
  const { names, issues } = read(`Zorblatt Marine,${word},`);
  expect([names, issues]).toEqual([[['Zorblatt Marine', word]], []]);
});

it.each(['None', 'Unknown', '?', 'Blank'])('keeps a party whose primary name is %s', (word) => {
  const { names, issues } = read(`${word},${word},`);
  expect([names, issues]).toEqual([[[word]], []]);
});

it('takes the word for empty of a mapping for an empty cell, without a word', () => {
  expect(read('Apex Pumps,Blank,Blank')).toEqual({ names: [['Apex Pumps']], issues: [] });
  // Among other values it is one of them.
  expect(read('Apex Pumps,Blank;AP,').names).toEqual([['Apex Pumps', 'Blank', 'AP']]);
});

describeWithShared('a parse of the SDN list that writes None for no alias', () => {
  it('gives no party that name, and one the alias NAN that she has', () => {
    const files = listFiles('ofac-sdn/derived-2025-05', 'sdn_names.third-party-parse.csv.gz');
    const { records, issues } = readList(
      findFormat(findSource('third-party-parse')!, 'sdn-names-parse')!,
      files,
    );
    const texts = records.flatMap(({ names }) => names.map(({ text }) => text));
    expect(texts.filter((text) => /^(none|nan)$/i.test(text))).toEqual(['NAN']);
    expect(issues.filter(({ message }) => message.includes('says nothing'))).toEqual([]);
  });
});
