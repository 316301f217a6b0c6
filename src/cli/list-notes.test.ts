import { describe, expect, it } from 'vitest';
import { liveVersion as live, listStanding as standing } from '../archive/list-standing.fixture.ts';
import { notesOn } from './list-notes.ts';

describe('notes on the lists that an answer rests on', () => {
  it('are none where all is held and fresh, and where no list is held at all', () => {
    expect(notesOn([standing('a', { live })])).toEqual([]);
    expect(notesOn([standing('a', { state: 'not held' })])).toEqual([]);
  });

  it('name what is stale, what stands in, what is held in part and what is not held, with the days', () => {
    expect(
      notesOn([
        standing('a', { live, state: 'stale' }),
        standing('b', { live, refusals: [{}] }),
        standing('c', { state: 'not held' }),
        standing('d', { live: { ...live, completeness: 'extract' } }),
        standing('e', { live: { ...live, lost: 1 } }),
      ]),
    ).toEqual([
      'Stale, so that what was added or taken off since is not known: a (19 April 2025).',
      'A later version was refused; standing in: b (19 April 2025).',
      'Held in part only, so that who is not found may still be on them: d, e.',
      'Not held, and so not searched: c.',
    ]);
  });

  it('count what is too much to name, and pass over what only repeats other lists', () => {
    const many = Array.from({ length: 10 }, (_, index) => standing(`l${index}`, { state: 'not held' }));
    const notes = notesOn([
      standing('a', { live }),
      ...many,
      standing('x', { state: 'not held', extra: true }),
    ]);
    expect(notes).toEqual([
      expect.stringMatching(/l0, .*, l7 and 2 more \("aftershock lists" names them\)\.$/),
    ]);
  });
});
