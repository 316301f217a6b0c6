import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardTerminal, harmless } from './terminal-guard.ts';

describe('what goes to a terminal', () => {
  it.each([
    ['a new title of the window', '\u001b]0;All clear\u0007', '�]0;All clear�'],
    ['a text for the clipboard', '\u001b]52;c;cm0gLXJm\u001b\\', '�]52;c;cm0gLXJm�\\'],
    ['a cursor that goes up', 'Acme\u001b[1A\u001b[2J', 'Acme�[1A�[2J'],
    ['a line written over', 'Hikvision\rno hit', 'Hikvision�no hit'],
    ['orders of one sign', 'a\u009b1Ab\u0008c\u007f', 'a�1Ab�c�'],
  ])('orders nothing: %s', (_what, text, shown) => {
    expect(harmless(text)).toBe(shown);
  });

  it('keeps what this program itself orders: colours, lines, and progress that is written over', () => {
    const own = '\u001b[1m■ blocked\u001b[22m\tx\r\ny\n\r\u001b[KReading 5 of 10';
    expect(harmless(own)).toBe(own);
  });

  it('keeps names in every script, and is the same the second time', () => {
    expect(harmless('海康威视 Хиквижн هيكفيجن 👍')).toBe('海康威视 Хиквижн هيكفيجن 👍');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => harmless(harmless(text)) === harmless(text)),
    );
  });

  it('is changed for a terminal alone', () => {
    const written = (isTTY: boolean) => {
      const chunks: unknown[] = [];
      const stream = { isTTY, write: (chunk: unknown) => chunks.push(chunk) > 0 };
      guardTerminal(stream);
      stream.write('a\u0007');
      stream.write(new Uint8Array([7]));
      return chunks;
    };
    expect(written(true)).toEqual(['a�', new Uint8Array([7])]);
    expect(written(false)).toEqual(['a\u0007', new Uint8Array([7])]);
  });
});
