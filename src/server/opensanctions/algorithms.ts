import { Fault } from '../../model/index.ts';
import { didYouMean } from './ftm-model.ts';

/** What a score is made of, by the code of the piece, as `/algorithms` tells it. */
const features: Readonly<Record<string, string>> = {
  name: 'How alike the names are as a whole, with the explanation in words.',
  'same word': 'Words that are the same.',
  'same sounds': 'Words that sound alike or are other spellings of one name.',
  'like letters': 'Words with few letters different.',
  'same group': 'Words of one group, such as legal forms that mean the same.',
  'same consonants': 'Words alike but for the vowels that their script does not write.',
  joined: 'Words written together in one name and apart in the other.',
  initial: 'An initial that stands for a word.',
  'cut off': 'A word of which only the beginning is written.',
  'only in query': 'A word that the listed name lacks.',
  'only in list': 'A word that the name asked about lacks.',
  rule: 'A rule that lowered the score.',
  reading: 'The reading of the script that the score is for.',
  'birth date': 'Dates of birth compared.',
  country: 'Countries compared.',
  identifier: 'Identifiers compared; the same one decides, whatever the names.',
  gender: 'Genders compared.',
  address: 'Addresses compared.',
};

/** Algorithms of yente that clients ask for. The one here answers in place of each. */
const elsewhere = [
  'best',
  'logic-v1',
  'logic-v2',
  'name-based',
  'name-qualified',
  'ofac-249',
  'regression-v1',
  'regression-v2',
  'regression-v3',
  'svm-v1',
  'er-unstable',
];

export const algorithms = {
  algorithms: [
    {
      name: 'aftershock',
      description:
        'Names by words, sounds and scripts, moved by dates, countries and identifiers. The only one here; whichever is asked for, this one answers.',
      docs: {
        config: {},
        features: Object.fromEntries(
          Object.entries(features).map(([name, description]) => [name, { description, coefficient: 1 }]),
        ),
      },
    },
  ],
  default: 'aftershock',
  best: 'aftershock',
};

/** Throws 400 for the name of an algorithm that neither yente nor this service has: it is mistyped. */
export function checkAlgorithm(name: string): void {
  const known = ['aftershock', 'default', ...elsewhere];
  if (known.includes(name)) return;
  throw new Fault('AS_UNKNOWN_WORD', `There is no algorithm “${name}”.`, { remedy: didYouMean(name, known) });
}
