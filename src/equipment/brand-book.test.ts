import { describe, expect, it } from 'vitest';
import type { BrandFact, DeviceSignature, PartyId } from '../model/index.ts';
import { compileBrands } from './brand-book.ts';
import { compileSignatures } from './signature-book.ts';

const provenance = { source: 'test', verified: 'invented' } as const;

describe('brand facts', () => {
  it('are refused where their models are no pattern, which would make them about all models', () => {
    const fact: BrandFact = {
      id: 'own-2',
      brand: 'GlobeCam',
      maker: 'Dahua' as PartyId,
      relation: 'OEM',
      grade: 'C',
      models: 'GC-(',
      status: 'given by the user',
      provenance,
    };
    expect(() => compileBrands([fact])).toThrow(
      expect.objectContaining({ code: 'AS_FIELD', place: { field: 'models' } }),
    );
    expect(() => compileBrands([{ ...fact, models: 'GC-\\d' }])).not.toThrow();
  });
});

describe('model patterns', () => {
  it('whose hyphens cannot be left out are tried as they are', () => {
    const signature: DeviceSignature = {
      id: 'own',
      kind: 'model pattern',
      pattern: '^ZZ-{2}\\d+$',
      maker: undefined,
      makerName: 'Nobody',
      confidence: 'high',
      provenance,
    };
    const book = compileSignatures([signature]);
    expect(book.mayBeModel('ZZ--12')).toBe(true);
    expect(book.models.some((mark) => mark.test('ZZ--12') && mark.looseTest!('ZZ--12'))).toBe(true);
  });
});
