import { type ListedParty, recombinedPersons, SeededRandom } from '../src/match/index.ts';

/** Real lists of 300,000 names have about 127,000 different words, and 1.5 million names 424,000. */
const wordsAtThatSize = 127_000;
const thatSize = 300_000;
const growth = 0.75;

/**
 * A list of persons and companies grown to a number of names by putting given names and surnames, and words of company
 * names, together anew, party by party in the order of ids. With `realWords` so many names get a surname or brand that is
 * new, made of the halves of two, that the list has as many different words as real lists of its size; without, the
 * words stay those of the small list.
 */
export function* grownList(
  given: readonly ListedParty[],
  wanted: number,
  realWords: boolean,
): Generator<ListedParty> {
  const random = new SeededRandom(7);
  let names = 0;
  for (const party of [...given].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (names + party.names.length > wanted) continue;
    names += party.names.length;
    yield party;
  }
  const companies = given.filter(({ kind }) => kind === 'company').map(({ names: [first] }) => first!.text);
  const isNew = (): boolean => {
    const wordsANextName = (growth * wordsAtThatSize * (names / thatSize) ** growth) / names;
    return realWords && random.below(1_000_000) < wordsANextName * 1_000_000;
  };
  for (let number = 0; names < wanted; ) {
    for (const text of recombinedPersons(given, Math.min(5_000, wanted - names), random)) {
      const id = `x${String(number).padStart(9, '0')}`;
      const kind = number++ % 3 > 0 ? 'person' : 'company';
      const name = kind === 'person' ? text : mixed(companies, random);
      const other = kind === 'person' ? text : random.pick(companies);
      names++;
      yield {
        id,
        kind,
        names: [{ text: isNew() ? withNewWord(name, other, kind, random) : name, kind: 'primary' }],
      };
    }
  }
}

function mixed(companies: readonly string[], random: SeededRandom): string {
  const words = `${random.pick(companies)} ${random.pick(companies)}`.split(' ');
  return Array.from({ length: 4 }, () => random.pick(words)).join(' ');
}

/** The last word of a person's name, the first of a company's, in a form that no list has. */
function withNewWord(name: string, other: string, kind: string, random: SeededRandom): string {
  const words = name.split(' ');
  const place = kind === 'person' ? words.length - 1 : 0;
  const own = words[place]!;
  const syllable = random.pick(syllables) + random.pick(syllables);
  const half = other.split(' ').at(-1)!;
  words[place] = own.slice(0, Math.ceil(own.length / 2)) + syllable + half.slice(half.length >> 1);
  return words.join(' ');
}

const syllables =
  'ba be bo da de do fa ga go ka ke ko la le li lo ma me mi mo na ne no pa po ra re ri ro sa se so ta te to va vo za'.split(
    ' ',
  );
