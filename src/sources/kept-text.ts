/**
 * A text on its own memory. What a parser cuts out of a file refers to the whole piece of the file that it was cut from,
 * so that keeping one name would keep 64 kB: a list of 110 MB read without this held all of it.
 */
export function keptText(text: string): string {
  // V8 copies anything shorter than 13 characters by itself.
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

/** The text trimmed, with every run of white space made one blank, on its own memory; nothing where it is blank. */
export function cleanText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const clean = text.replace(/\s+/g, ' ').trim();
  return clean === '' ? undefined : keptText(clean);
}
