/** Digits that spreadsheet programs show of a number: 0.29 is stored as 0.28999999999999998. */
const digitsShown = 15;

/** The number of a cell as its program shows it, plain and without exponent; other text as it stands. */
export function cellNumber(text: string): string {
  // Numbers of articles and accounts: all digits count.
  if (/^-?\d+$/.test(text)) return text;
  return timesTenTo(0, text) ?? text;
}

/** The number of a cell with a percent format: 0.125 is shown as `12.5%`. */
export function cellPercent(text: string): string {
  const number = timesTenTo(2, text);
  return number === undefined ? text : `${number}%`;
}

function timesTenTo(places: number, text: string): string | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i.exec(text.trim());
  if (!match) return undefined;
  const [, sign = '', whole = '', decimals = '', exponent = '0'] = match;
  const digits = rounded(`0${whole}${decimals}`);
  const point = 1 + whole.length + Number(exponent) + places;
  const before = digits.slice(0, Math.max(point, 0)).padEnd(point, '0').replace(/^0+/, '') || '0';
  const after = ('0'.repeat(Math.max(-point, 0)) + digits.slice(Math.max(point, 0))).replace(/0+$/, '');
  return `${sign === '-' ? '-' : ''}${before}${after === '' ? '' : `.${after}`}`;
}

/** As many digits, those past the fifteenth that counts being nought. The first is a nought, for what is carried over. */
function rounded(digits: string): string {
  const end = digits.search(/[1-9]|$/) + digitsShown;
  if (digits.length <= end) return digits;
  const head = BigInt(digits.slice(0, end)) + (digits[end]! >= '5' ? 1n : 0n);
  return head.toString().padStart(end, '0').padEnd(digits.length, '0');
}
