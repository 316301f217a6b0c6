import { describe, expect, it } from 'vitest';
import { actorOfWords } from './actor.ts';

describe('who asks', () => {
  it.each([
    [['exporter'], [], ['us']],
    [['UK person'], [], ['gb']],
    [['eu-person', 'importer'], [], ['eu']],
    [['eu-person'], ['de'], ['de']],
    [[], ['Canada', 'us', 'ca'], ['ca', 'us']],
    [[], [], ['us']],
  ])('as %j in %j is in %j', (asked, places, jurisdictions) => {
    expect(actorOfWords(asked, places).jurisdictions).toEqual(jurisdictions);
  });

  it('is never taken for somebody else by a slip of the pen', () => {
    const unknown = expect.objectContaining({ code: 'AS_UNKNOWN_WORD' });
    expect(() => actorOfWords(['wizard'], [])).toThrow(unknown);
    expect(() => actorOfWords(['exporter'], ['zz'])).toThrow(unknown);
  });
});
