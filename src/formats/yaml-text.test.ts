import { describe, expect, it } from 'vitest';
import { readYamlText } from './yaml-text.ts';

describe('a YAML text', () => {
  it('gives its value, days as text, and the line of each place', () => {
    const { value, lineOf } = readYamlText('title: A\nday: 2022-06-01\nlist:\n  - x\n  - y\n', 'a.yaml');
    expect(value).toEqual({ title: 'A', day: '2022-06-01', list: ['x', 'y'] });
    expect([lineOf(['day']), lineOf(['list', 1])]).toEqual([2, 5]);
  });

  it.each([
    ['title: [\non: x', 2, 'Check indentation and quotes on this line.'],
    ['a: 1\nb: 2\na: 3\n', 3, 'Keep one; what belongs together goes under one key.'],
    ['a:\n\t- x\n', 2, 'Indent with blanks.'],
    ['a: "x\n', 2, 'Check indentation and quotes on this line.'],
    ['a: *nothing\n', 1, 'Check indentation and quotes on this line.'],
    ['a: !unknown x\n', 1, 'Check indentation and quotes on this line.'],
  ])('that is broken is refused with line and remedy: %j', (text, line, remedy) => {
    expect(() => readYamlText(text, 'a.yaml')).toThrow(
      expect.objectContaining({ code: 'AS_FILE_FORMAT', place: { file: 'a.yaml', line }, remedy }),
    );
  });

  it('whose references grow without end is refused, by the code of whoever reads', () => {
    const level = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(of).join(', ')}]\n`;
    const text = level('a', 'x') + level('b', '*a') + level('c', '*b') + level('d', '*c');
    expect(() => readYamlText(text, 'a.yaml', 'AS_CASEBOOK')).toThrow(
      expect.objectContaining({ code: 'AS_CASEBOOK', remedy: 'Write it without * references.' }),
    );
  });

  it('may refer to its own parts as often as a file of people does', () => {
    const text = `common: &common { purpose: offices }\nlist:\n${'  - facts: *common\n'.repeat(400)}`;
    const { value } = readYamlText(text, 'a.yaml');
    expect((value as { list: unknown[] }).list[399]).toEqual({ facts: { purpose: 'offices' } });
  });

  it('that is empty says nothing, and one of several documents is refused', () => {
    expect(readYamlText('# only a remark\n', 'a.yaml').value).toBeNull();
    expect(() => readYamlText('a: 1\n---\nb: 2\n', 'a.yaml')).toThrow(/several documents/);
  });

  it('is read by the rules of YAML 1.2', () => {
    const text = 'day: 2022-06-01\nno: no\nnumber: 1_000\noctal: 0o17\n<<: { a: 1 }\n';
    expect(readYamlText(text, 'a.yaml').value).toEqual({
      ...{ day: '2022-06-01', no: 'no', number: '1_000', octal: 15 },
      '<<': { a: 1 },
    });
  });
});
