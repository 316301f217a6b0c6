/** The lines of standard input in groups, as they arrive, so that answers can be written without waiting for more. */
export async function* inputLines(
  input: AsyncIterable<Uint8Array | string>,
  longest = 16_000_000,
): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for await (const chunk of input) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const end = rest.lastIndexOf('\n');
    if (end < 0) {
      // A line that never ends is given up in pieces rather than kept in memory.
      if (rest.length > longest) {
        yield [rest];
        rest = '';
      }
      continue;
    }
    const lines = rest.slice(0, end).split('\n');
    rest = rest.slice(end + 1);
    yield lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield [rest];
}
