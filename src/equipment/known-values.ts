import type { DeviceSignature } from '../model/index.ts';
import { findModel } from './model-number.ts';
import { saysNothing, statedName } from './names.ts';
import { compileSignatures, type SignatureBook } from './signature-book.ts';

/** Cells that those who know equipment recognise, so that a column can be told by its values where its name says nothing. */
export interface KnownValues {
  isBrand(cell: string): boolean;
  isModel(cell: string): boolean;
}

/** Brands of the table of names and models of the patterns; patterns of low confidence recognise nothing by themselves. */
export function createKnownValues(signatures: readonly DeviceSignature[]): KnownValues {
  let book: SignatureBook | undefined;
  return {
    isBrand: (cell) => !saysNothing(cell) && cell.length <= 60 && statedName(cell)?.how === 'exact',
    isModel: (cell) => {
      if (cell.length > 60) return false;
      book ??= compileSignatures(signatures);
      return findModel(cell, book, true) !== undefined;
    },
  };
}
