/** `4,800,000`: whole numbers with their thousands apart, the same in every language of the pages. */
export function numberText(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
