/** `S9, S14` as the titles that the codes stand for. */
export function titlesOf(codes: string, titleOf: (code: string) => string): string {
  return codes
    .split(',')
    .map((code) => titleOf(code.trim()))
    .join('; ');
}
