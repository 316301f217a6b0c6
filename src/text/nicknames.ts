import table from './tables/given-names.json' with { type: 'json' };

const primary = new Map<string, string>();
const shortFor = new Map<string, string[]>();
const surnamesToo = new Set<string>();
for (const line of [...table.arabic, ...table.groups]) {
  const [full, short] = line.split(' | ');
  const words = full!.split(' ');
  const id = words[0];
  if (id === undefined) continue;
  for (const word of words) if (!primary.has(word)) primary.set(word, id);
  for (const word of (short ?? '').split(' ')) {
    if (word === '') continue;
    const known = shortFor.get(word);
    if (known === undefined) shortFor.set(word, [id]);
    else if (!known.includes(id)) known.push(id);
  }
}

for (const line of table.arabic) surnamesToo.add(line.split(' ')[0]!);

/** The group of a given name that is one name in several languages or spellings: `name:michael`
 * for Mikhail. Of surnames only the Arabic, Persian and Turkic spelling families are one. */
export function nameGroup(word: string, surname = false): string | undefined {
  const id = primary.get(word);
  if (id !== undefined) return surname && !surnamesToo.has(id) ? undefined : `name:${id}`;
  const father = primary.get(nisba.exec(word)?.[1] ?? '');
  return father !== undefined && surnamesToo.has(father) ? `name:${father}i` : undefined;
}
/** The surname made of a father's name: Soleimani and Sulaymani of Sulayman, Hosseini and Husayni of Husayn. */
const nisba = /^([a-z]{4,})(?:i|y|ee)$/;

/**
 * The groups of full names that a word may be short for: `sasha` is `name:aleksandr` or `name:aleksandra`. Empty for
 * words that are no short form.
 */
export function nicknames(word: string): readonly string[] {
  const ids = shortFor.get(word);
  return ids === undefined ? none : ids.map((id) => `name:${id}`);
}
const none: readonly string[] = [];
