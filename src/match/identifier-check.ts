import type { Identifier } from '../model/index.ts';

/** Whether the value has check digits and they are right: then it cannot be a slip of the pen. */
export function hasValidChecksum({ kind, value }: Pick<Identifier, 'kind' | 'value'>): boolean {
  const text = value.toUpperCase().replace(/[^A-Z0-9]/g, '');
  switch (kind) {
    case 'IMO':
      return isImoNumber(text.replace(/^IMO/, ''));
    case 'LEI':
      return /^[A-Z0-9]{18}\d{2}$/.test(text) && remainder(lettersAsNumbers(text), 97) === 1;
    case 'ISIN':
      return /^[A-Z]{2}[A-Z0-9]{9}\d$/.test(text) && isLuhn(lettersAsNumbers(text));
    case 'USCC':
      return isCreditCode(text);
    default:
      return false;
  }
}

/** IMO resolution A.1117(30): the sum of six digits times 7 to 2 ends in the seventh. */
function isImoNumber(text: string): boolean {
  if (!/^\d{7}$/.test(text)) return false;
  let sum = 0;
  for (let at = 0; at < 6; at++) sum += Number(text[at]) * (7 - at);
  return sum % 10 === Number(text[6]);
}

function lettersAsNumbers(text: string): string {
  return [...text].map((letter) => String(Number.parseInt(letter, 36))).join('');
}

function remainder(digits: string, divisor: number): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % divisor;
  return rest;
}

function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const value = at % 2 === 1 ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

const creditLetters = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100-2015: weights are powers of 3, modulo 31. */
function isCreditCode(text: string): boolean {
  if (text.length !== 18) return false;
  let sum = 0;
  let weight = 1;
  for (const letter of text.slice(0, 17)) {
    const value = creditLetters.indexOf(letter);
    if (value < 0) return false;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return creditLetters[(31 - (sum % 31)) % 31] === text[17];
}
