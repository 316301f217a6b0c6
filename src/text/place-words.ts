/** First form: the table follows. */
export function placeWords(_word: string): string | undefined {
  return undefined;
}
