import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sources } from './sources.ts';
import { sourcesPage } from './sources-page.ts';

it('docs/sources.md is up to date; `node tools/write-sources-page.ts` writes it', () => {
  expect(readFileSync(new URL('../../docs/sources.md', import.meta.url), 'utf8')).toBe(sourcesPage());
});

it('every list has a publisher, a licence, a regime and formats with ids of their own', () => {
  const ids = sources.flatMap((source) => source.formats.map((format) => format.id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(sources.map((source) => source.id)).size).toBe(sources.length);
  for (const source of sources) {
    expect(source.publisher && source.licence && source.title).toBeTruthy();
    expect(source.regimes.length).toBeGreaterThan(0);
    expect(source.freshnessDays).toBeGreaterThan(0);
    for (const address of source.addresses) {
      expect(source.formats.map((format) => format.id)).toContain(address.format);
      for (const file of address.files) expect(new URL(file.url).protocol).toBe('https:');
    }
    for (const format of source.formats) {
      expect(format.mapped.length).toBeGreaterThan(0);
      for (const left of format.leftOut) expect(left.why.length).toBeGreaterThan(3);
      expect(format.mapped.filter((field) => format.leftOut.some((left) => left.field === field))).toEqual(
        [],
      );
    }
  }
});
