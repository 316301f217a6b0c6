/** A runnable example of a doc comment, and the lines that it says it prints. */
export interface DocExample {
  readonly code: string;
  readonly prints: readonly string[];
}

/**
 * The first fenced example of a source file's first doc comment. What it prints stands in `//` comments: behind the line
 * that prints it, or below.
 */
export function docExample(source: string): DocExample {
  const comment = /^\/\*\*([\s\S]*?)\*\//.exec(source)?.[1] ?? '';
  const lines = comment.split('\n').map((line) => line.replace(/^ \* ?/, ''));
  const code = /```ts\n([\s\S]*?)```/.exec(lines.join('\n'))?.[1];
  if (code === undefined) throw new Error('The file does not begin with a doc comment that has an example.');
  return { code, prints: [...code.matchAll(/(?:^|;)[ ]*\/\/ (.+)$/gm)].map((found) => found[1]!) };
}
