import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, checkSeal, parseRecord, type RecordContent, seal } from './sealed-record.ts';

const content: RecordContent = {
  format: 'aftershock-record/1',
  command: 'rehearse',
  engine: '0.1.0',
  register: 'abc',
  versions: [],
  settings: {},
  inputs: { scenario: 'title: x' },
  result: { changes: [{ asset: 'cam-1', after: 'blocked' }] },
};

describe('sealed records', () => {
  it('come back from their file as they were sealed', () => {
    const record = seal(content);
    const read = parseRecord(JSON.stringify(record), 'r.json');
    expect(read).toEqual(record);
    expect(checkSeal(read)).toEqual({ intact: true, signed: 'not signed' });
  });

  it('show that any part of the content was altered', () => {
    const record = seal(content);
    for (const key of ['command', 'engine', 'register', 'result'] as const) {
      expect(checkSeal({ ...record, content: { ...record.content, [key]: 'other' } }).intact).toBe(false);
    }
  });

  it('are refused, or their seal broken, where anything was written beside what was sealed', () => {
    const text = JSON.stringify(seal(content));
    for (const added of [
      text.replace('{"content":{', '{"content":{"note":"approved",'),
      text.replace('{"content"', '{"approved":true,"content"'),
    ])
      expect(() => parseRecord(added, 'r.json')).toThrow('not a sealed record');
    for (const name of ['note', '__proto__', 'constructor']) {
      const added = text.replace('"settings":{', `"settings":{"${name}":{"approved":true}`);
      expect(checkSeal(parseRecord(added, 'r.json')).intact).toBe(false);
    }
  });

  it('carry a signature that another key or content does not pass', () => {
    const [one, two] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];
    const record = seal(content, one);
    expect(checkSeal(record).signed).toBe('valid');
    expect(checkSeal({ ...record, content: { ...content, engine: '9' } }).signed).toBe('invalid');
    const other = seal(content, two);
    expect(
      checkSeal({ ...record, signature: { ...record.signature!, value: other.signature!.value } }).signed,
    ).toBe('invalid');
    expect(checkSeal({ ...record, signature: { publicKey: 'x', value: 'y' } }).signed).toBe('invalid');
  });

  it('refuse a file that is something else', () => {
    expect(() => parseRecord('{"content":1}', 'r.json')).toThrow(
      expect.objectContaining({ code: 'AS_FILE_FORMAT' }),
    );
  });
});

describe('canonicalJson', () => {
  it('does not depend on the order in which keys were set, and can be read back', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
      }),
    );
  });
});
