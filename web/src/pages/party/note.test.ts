import { expect, it } from 'vitest';
import { noteOf } from './note.ts';

it.each([
  ['Set up in 2001. [secondary: S9, S14]', 'Set up in 2001.', { source: 'S9, S14', verified: 'secondary' }],
  ['Not on UK GHR. [from memory]', 'Not on UK GHR.', { source: 'M', verified: 'from memory' }],
  ['Said so [sic]. [verified: OJ]', 'Said so [sic].', { source: 'OJ', verified: 'verified' }],
])('parts the flag from the note %s', (note, text, provenance) => {
  expect(noteOf(note)).toEqual({ text, provenance });
});

it.each(['A remark of a list, as it stands.', 'DOB 1970 [SDGT].'])('leaves %s as it is', (note) => {
  expect(noteOf(note)).toEqual({ text: note });
});
