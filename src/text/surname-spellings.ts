import table from './tables/surname-spellings.json' with { type: 'json' };

const idOf = new Map<string, string>();
for (const name of table.iberian.split(' ')) idOf.set(name, name);
for (const line of table.families) {
  const names = line.split(' ');
  for (const name of names) idOf.set(name, names[0]!);
}
for (const name of table.mac.split(' ')) for (const son of ['mac', 'mc']) idOf.set(son + name, `mac${name}`);

/** Spanish and Portuguese write one sound with s or z, and with j, x or g. */
const iberian = /z|x|g(?=[ei])/g;

/**
 * The group of a surname that one family writes in several ways: `surname:gonsales` for Gonzalez, Gonzales and Gonsales,
 * `surname:banerjee` for Bandyopadhyay. Undefined for all others, and for those that only differ in marks.
 */
export function surnameGroup(word: string): string | undefined {
  const id = idOf.get(word) ?? idOf.get(word.replace(iberian, (sound) => (sound === 'z' ? 's' : 'j')));
  return id === undefined ? undefined : `surname:${id}`;
}
