import {
  activities,
  factKeys,
  itemKinds,
  jurisdictions,
  places,
  purposes,
  roles,
  type Vocabulary,
} from '../model/index.ts';
import { computedFacts } from './fact-names.ts';

/** The page `docs/law-vocabulary.md`, made from the vocabularies; `node tools/write-law-vocabulary.ts` writes it. */
export function vocabularyPage(): string {
  return [
    '# Words of the law',
    '',
    '<!-- Generated from src/model/words by `node tools/write-law-vocabulary.ts`; do not edit. -->',
    '',
    'A question is `{"id","on","actor":{"jurisdiction","roles"},"activity","counterparty","item":{"description","kind","eccn","origin","maker","facts"},"facts","assume"}`. Only `activity` and a party (or `item.maker`) are needed; `on` is today and the jurisdiction `us` where nothing is stated. Case, hyphens, underscores, articles and a plural `s` do not matter. A role, activity or jurisdiction that is not known is an error that names the nearest word; a fact or field that is not known is named in `notices` and not used.',
    '',
    'A fact may be stated as `unknown`: then nothing is assumed in its place. A fact stated twice, differently, leaves the answer undetermined where it matters.',
    '',
    ...section('Roles', 'Who asks: `actor.roles`.', roles),
    ...section('Activities', 'What is done: `activity`.', activities),
    ...section('Kinds of goods', 'From `item.kind`, or else told from `item.description`.', itemKinds),
    ...section('Purposes', 'The fact `purpose`; told from a phrase too.', purposes),
    ...section('Places', 'The fact `place`; it speaks for a purpose where none is stated.', places),
    '## Facts',
    '',
    'Keys of `facts` and `item.facts`.',
    '',
    '| fact | values | what it says | also written |',
    '| --- | --- | --- | --- |',
    ...factKeys.words.map(
      (fact) =>
        `| ${fact.word} | ${fact.values ? Object.keys(fact.values).join(', ') : valuesOf(fact.word, fact.kind)} | ${fact.says} | ${fact.synonyms.join(', ')} |`,
    ),
    '',
    '## Facts that follow from others',
    '',
    'Conditions of provisions use these too; they may be stated under `facts` only where they stand in the table above.',
    '',
    '| fact | what it says |',
    '| --- | --- |',
    ...[...computedFacts].map(([fact, { says }]) => `| ${fact} | ${says} |`),
    '',
    '## Assumptions',
    '',
    '| kind | fields |',
    '| --- | --- |',
    '| listing (where no kind is given) | party, regime, from; until, program |',
    '| delisting | party, regime, from |',
    '| licence | regime, from, until; name, parties, covers (`parties` or `owned entities only`), activities, conditions |',
    '| divestment | owner, owned, from, share (percent, interval or null); to |',
    '| rule | regime, provision; from, until |',
    '',
    ...section(
      'Jurisdictions',
      'Of the actor: ISO codes; a member state is in `eu` as well. Any other two-letter code is taken as it is.',
      jurisdictions,
    ),
  ].join('\n');
}

function valuesOf(fact: string, kind: string): string {
  if (fact === 'purpose') return 'a purpose';
  if (fact === 'place') return 'a place';
  return kind === 'yes or no' ? 'yes, no' : kind;
}

function section(title: string, intro: string, vocabulary: Vocabulary): string[] {
  return [
    `## ${title}`,
    '',
    intro,
    '',
    '| word | what it says | also written |',
    '| --- | --- | --- |',
    ...vocabulary.words.map((word) => {
      const phrases = (word.also ?? []).map((one) => one.phrase);
      return `| ${word.word} | ${word.says} | ${[...word.synonyms, ...phrases].join(', ')} |`;
    }),
    '',
  ];
}
