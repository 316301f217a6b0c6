/** The value of a JSON text; nothing where it is damaged: for files of which what they note can be found out again. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
