/** Signs that a terminal takes as orders, but colours, the clearing of a line and line ends, which are this program's own. */
const orders =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /\u001b(?!\[[0-9;]*[mK])|\r(?!\n|\u001b\[K)|[\u0000-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f-\u009f]/g;

/** A text as a terminal may show it: what it would obey (move the cursor, fill the clipboard, hide a line) becomes “�”. */
export function harmless(text: string): string {
  return text.replace(orders, '\ufffd');
}

/**
 * Makes all text that goes to a terminal harmless: names come from lists and files that anybody may have written. What goes
 * to a file or another program stays as it is.
 */
export function guardTerminal(stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>): void {
  if (!stream.isTTY) return;
  const write = stream.write.bind(stream) as (chunk: unknown, ...rest: unknown[]) => boolean;
  stream.write = (chunk: unknown, ...rest: unknown[]) =>
    write(typeof chunk === 'string' ? harmless(chunk) : chunk, ...rest);
}
