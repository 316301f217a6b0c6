import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { csvRecords } from '../formats/index.ts';
import { loadCasebook } from './load-casebook.ts';

const folder = fileURLToPath(new URL('../../../shared/reference/', import.meta.url));

interface Entity {
  readonly id: string;
  readonly listings?: readonly { readonly regime: string; readonly from: string }[];
  readonly owners?: readonly { readonly owner: string }[];
}

/** Whether nothing of the reference that the casebook was written from was left out. */
function compare(): void {
  const casebook = loadCasebook();
  const { entities } = load(readFileSync(`${folder}entities.yaml`, 'utf8')) as { entities: Entity[] };
  const rows = (name: string) =>
    [...csvRecords([readFileSync(`${folder}${name}`)], { file: name })].map(({ values }) => values);

  it('has every entity', () => {
    const ids = new Set<string>(casebook.parties.map(({ id }) => id));
    expect(entities.filter(({ id }) => !ids.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('has every listing with its day, but for BGI, whose units are listed instead', () => {
    const held = new Set(casebook.listings.map(({ party, regime, from }) => `${party} ${regime} ${from}`));
    const missing = entities.flatMap(({ id, listings = [] }) =>
      listings
        .map(({ regime, from }) => `${id} ${regime} ${String(from).padEnd(10, '-01')}`)
        .filter((key) => !held.has(key)),
    );
    expect(missing).toEqual(['bgi us-bis-entity-list 2020-07-22']);
    expect(held).toContain('bgi-liuhe us-bis-entity-list 2020-07-22');
  });

  it('has every owner', () => {
    const held = new Set(casebook.links.map(({ owner, owned }) => `${owner} ${owned}`));
    const missing = entities.flatMap(({ id, owners = [] }) =>
      owners.map(({ owner }) => `${owner} ${id}`).filter((key) => !held.has(key)),
    );
    expect(missing).toEqual([]);
  });

  it('has every event day, claim value, brand and signature', () => {
    const days = casebook.events.map(({ day, subject }) => `${day.text} ${subject}`).sort();
    expect(days).toEqual(
      rows('events.csv')
        .map((row) => `${row.date} ${row.entity}`)
        .sort(),
    );
    const values = casebook.observations.map(({ value, unit }) => `${value} ${unit}`);
    expect(values).toEqual(
      expect.arrayContaining(rows('seed-claims.csv').map((row) => `${row.value} ${row.unit}`)),
    );
    const brands = new Set(casebook.brands.map(({ brand }) => brand));
    expect(rows('oem-brands.csv').filter((row) => !brands.has(row.brand!))).toEqual([]);
    const patterns = new Set(casebook.signatures.map(({ pattern }) => pattern));
    expect(rows('device-signatures.csv').filter((row) => !patterns.has(row.pattern!))).toEqual([]);
  });

  it('copies no sentence of its notes', () => {
    const ours = JSON.stringify([casebook.events, casebook.observations, casebook.parties, casebook.links]);
    const sentences = rows('events.csv')
      .map((row) => row.event!)
      .filter((text) => text.split(' ').length > 6);
    expect(sentences.filter((text) => ours.includes(text))).toEqual([]);
  });
}

if (existsSync(folder)) describe('the casebook beside ../shared/reference', compare);
else {
  describe('the casebook beside ../shared/reference', () =>
    it.skip('skipped: needs ../shared/reference, which is not here', () => {}));
}
