/** The clauses of section 2(d)(2)(B) of the Uyghur Forced Labor Prevention Act that a text names. */
export function sectionsOf(text: string): string[] {
  return [
    ...new Set(
      [...text.matchAll(/2\(d\)\(2\)\(B\)\((?:i{1,3}|iv|v)\)/g)].map((match) => `section ${match[0]}`),
    ),
  ];
}
