import { describe, expect, it } from 'vitest';
import { openSections, packSections } from './layout.ts';

describe('an index file', () => {
  const bytes = packSections(
    { version: 1 },
    { a: Uint32Array.of(1, 2, 3), b: Uint16Array.of(7), c: new Float32Array(0) },
  );

  it('gives back its sections in place', () => {
    const { meta, section } = openSections(bytes.buffer);
    expect(meta).toEqual({ version: 1 });
    expect([...section<Uint32Array>('a')]).toEqual([1, 2, 3]);
    expect([...section<Uint16Array>('b')]).toEqual([7]);
    expect(section<Float32Array>('c').length).toBe(0);
  });

  it('is refused when it is something else', () => {
    expect(() => openSections(new TextEncoder().encode('{"not":"an index file"}').buffer)).toThrow(
      'not a name index',
    );
    expect(() => openSections(new ArrayBuffer(0))).toThrow('not a name index');
  });

  it('is refused when its end is missing', () => {
    const { section } = openSections(bytes.slice(0, bytes.length - 16).buffer);
    expect(() => section('b')).toThrow('no complete section "b"');
  });
});
