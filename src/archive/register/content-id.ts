/** Whether an entry id was made from the entry's content, the publisher having none. */
export function isContentId(entry: string): boolean {
  return entry.startsWith('sha256:');
}
