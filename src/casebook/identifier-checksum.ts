import type { Identifier } from '../model/party.ts';

/** Why an identifier cannot be right, by the check digits of its kind; undefined where it can, or has none. */
export function identifierDefect({ kind, value }: Pick<Identifier, 'kind' | 'value'>): string | undefined {
  switch (kind) {
    case 'ISIN':
      if (!/^[A-Z]{2}[A-Z0-9]{9}\d$/.test(value))
        return 'an ISIN is two letters, nine letters or digits, and a digit';
      return luhn(digitsOf(value)) ? undefined : 'the check digit of the ISIN is wrong';
    case 'LEI':
      if (!/^[A-Z0-9]{18}\d{2}$/.test(value)) return 'an LEI is 18 letters or digits and two digits';
      return remainder97(digitsOf(value)) === 1 ? undefined : 'the check digits of the LEI are wrong';
    case 'USCC':
      if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(value))
        return 'a USCC is 18 digits or letters without I, O, S, V and Z';
      return usccCheck(value) === value[17] ? undefined : 'the check digit of the USCC is wrong';
    default:
      return undefined;
  }
}

/** Letters as 10 to 35 (ISO 6166, ISO 17442). */
function digitsOf(text: string): string {
  return [...text].map((letter) => Number.parseInt(letter, 36)).join('');
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function remainder97(digits: string): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}

const usccLetters = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100-2015: weights are powers of 3 modulo 31. */
function usccCheck(code: string): string {
  let sum = 0;
  let weight = 1;
  for (const letter of code.slice(0, 17)) {
    sum += usccLetters.indexOf(letter) * weight;
    weight = (weight * 3) % 31;
  }
  return usccLetters[(31 - (sum % 31)) % 31]!;
}
