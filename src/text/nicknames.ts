/** First form: the table follows. */
export function nameGroup(_word: string): string | undefined {
  return undefined;
}
/** Full names that a short form may stand for. */
export function nicknames(_word: string): readonly string[] {
  return [];
}
