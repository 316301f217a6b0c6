import alphabets from '../tables/alphabets.json' with { type: 'json' };

const letters: Readonly<Record<string, string>> = alphabets.Grek;
const voiced = 'αεηιουωβγδζλμνρ';

/** A folded Greek word by ELOT 743: diphthongs, `μπ` and `ντ` by place, `αυ` and `ευ` by what follows. */
export function romaniseGreek(word: string): string {
  let out = '';
  for (let index = 0; index < word.length; index++) {
    const pair = word.slice(index, index + 2);
    const next = word[index + 2] ?? '';
    if (pair === 'ου') {
      out += 'ou';
      index++;
    } else if (pair === 'αυ' || pair === 'ευ' || pair === 'ηυ') {
      out += letters[pair[0]!]! + (next !== '' && voiced.includes(next) ? 'v' : 'f');
      index++;
    } else if (pair === 'μπ') {
      out += index === 0 || word.length === index + 2 ? 'b' : 'mp';
      index++;
    } else if (pair === 'ντ') {
      out += index === 0 ? 'd' : 'nt';
      index++;
    } else if (pair === 'γκ') {
      out += index === 0 ? 'g' : 'gk';
      index++;
    } else if (pair === 'γγ' || pair === 'γξ' || pair === 'γχ') {
      out += `n${letters[pair[1]!]}`;
      index++;
    } else out += letters[word[index]!] ?? word[index];
  }
  return out;
}
