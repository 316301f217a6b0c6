import { describe, expect, it } from 'vitest';
import { answerText } from './answer-text.ts';

const nothing = { status: 'clear', results: [] } as unknown as Parameters<typeof answerText>[1];

it('says that more match than are shown', () => {
  const result = { listings: [], related: [], explanation: 'Because.', matched: {} };
  const text = answerText('Wagner', { status: 'hit', results: [result, result], more: true } as never, 0.72);
  expect(text).toContain('2 hits and more: possible matches');
  expect(text).toContain('More match, less well; --limit says how many are shown.');
  const one = answerText('Wagner', { status: 'hit', results: [result], more: true } as never, 0.72);
  expect(one).toContain('1 hit and more: possible matches');
});

describe('an answer without a hit', () => {
  it('says that it clears nobody', () => {
    const text = answerText('Anna Frey', nothing, 0.72);
    expect(text).toContain('No hit is not clearance');
    expect(text).not.toContain('One word');
  });

  it('asks for the whole name where one word was given', () => {
    expect(answerText('Maduro', nothing, 0.72)).toContain('give the whole name');
  });
});
