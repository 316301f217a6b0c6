import { expect, it } from 'vitest';
import type { Confidence, Effect, Finding } from '../../model/index.ts';
import { gravestEffects, thingKey } from './gravest-effect.ts';

/** Only what the function reads. */
function finding(asset: string, effect: Effect, confidence: Confidence): Finding {
  return { assetKind: 'vendor', asset, effect, touch: { confidence } } as Finding;
}

it('lets a sure match with a milder effect stand before a possible one with a graver', () => {
  const found = gravestEffects([finding('v', 'blocked', 'possible'), finding('v', 'prohibited', 'probable')]);
  expect(found.get(thingKey('vendor', 'v'))).toEqual({ effect: 'prohibited', match: 'probable' });
});

it('says undetermined, and what it would be, where every match is only possible', () => {
  const found = gravestEffects([
    finding('v', 'prohibited', 'possible'),
    finding('v', 'blocked', 'unknown'),
    finding('v', 'allowed', 'certain'),
  ]);
  expect(found.get(thingKey('vendor', 'v'))).toEqual({
    effect: 'undetermined',
    match: 'unknown',
    wouldBe: 'blocked',
  });
});
