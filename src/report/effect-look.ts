import type { Effect } from '../model/index.ts';

/** How an effect looks: a colour that darkens with gravity (so that it survives a black and white print), a sign and a word. */
export interface EffectLook {
  readonly colour: string;
  readonly sign: string;
  readonly word: string;
}

export const effectLooks: Readonly<Record<Effect, EffectLook>> = {
  blocked: { colour: '#4f0d1d', sign: '■', word: 'blocked' },
  prohibited: { colour: '#96233a', sign: '▲', word: 'prohibited' },
  'licence required': { colour: '#b9512c', sign: '◆', word: 'licence required' },
  'not authorised': { colour: '#c37a27', sign: '⬢', word: 'not authorised' },
  ineligible: { colour: '#b8923c', sign: '▼', word: 'ineligible' },
  'rebuttable presumption': { colour: '#9d9a4a', sign: '◐', word: 'rebuttable presumption' },
  'removal required': { colour: '#7f9a5d', sign: '✕', word: 'removal required' },
  'disclosure required': { colour: '#5f9aa0', sign: '◧', word: 'disclosure required' },
  'red flag': { colour: '#8fb3c4', sign: '⚑', word: 'red flag' },
  allowed: { colour: '#c3c9c0', sign: '○', word: 'allowed' },
  undetermined: { colour: '#ffffff', sign: '?', word: 'undetermined' },
};
