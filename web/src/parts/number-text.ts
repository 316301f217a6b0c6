/** `4,800,000`, `1,234.5678`: numbers with their thousands apart, the same in every language of the pages. */
export function numberText(value: number): string {
  const [whole = '', ...decimals] = String(value).split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...decimals].join('.');
}
