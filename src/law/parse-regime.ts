import { readYamlText } from '../formats/yaml-text.ts';
import { Fault } from '../model/fault.ts';
import type { Condition, Exception, Provision } from '../model/provision.ts';
import { type Regime, regimeSchema } from '../model/regime.ts';
import { activities, factKeys, jurisdictions, roles, type Vocabulary } from '../model/vocabulary.ts';
import { computedFacts } from './fact-names.ts';

/**
 * Reads one file of `casebook/regimes`. Throws `AS_CASEBOOK` with the line of the first thing that breaks the schema,
 * uses a word outside the closed vocabularies, repeats an id or frees a provision that does not exist.
 */
export function parseRegime(yamlText: string, file: string): Regime {
  const { value, lineOf } = readYamlText(yamlText, file, 'AS_CASEBOOK');
  const refuse = (path: readonly (string | number)[], message: string): never => {
    throw new Fault('AS_CASEBOOK', message, {
      place: { file, line: lineOf(path), field: path.join('.') },
      remedy: 'The form of a regime file is told in docs/law.md.',
    });
  };
  const parsed = regimeSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    return refuse(
      issue.path.map((part) => (typeof part === 'number' ? part : String(part))),
      issue.message,
    );
  }
  check(parsed.data, refuse);
  return parsed.data;
}

type Refuse = (path: readonly (string | number)[], message: string) => never;

function check(regime: Regime, refuse: Refuse): void {
  const seen = new Set<string>();
  regime.provisions.forEach((provision, index) => {
    const at = ['provisions', index];
    if (seen.has(provision.id)) refuse([...at, 'id'], `The id "${provision.id}" is used twice.`);
    seen.add(provision.id);
    checkWords(activities, provision.activities, [...at, 'activities'], refuse);
    checkBound(provision, at, refuse);
    provision.when.forEach((condition, place) => {
      checkCondition(condition, [...at, 'when', place], refuse);
    });
  });
  regime.exceptions.forEach((exception, index) => {
    const at = ['exceptions', index];
    checkFrees(exception, seen, at, refuse);
    if (exception.activities) checkWords(activities, exception.activities, [...at, 'activities'], refuse);
    exception.when.forEach((condition, place) => {
      checkCondition(condition, [...at, 'when', place], refuse);
    });
  });
  regime.doesNotDo.forEach((negative, index) => {
    if (negative.activities)
      checkWords(activities, negative.activities, ['doesNotDo', index, 'activities'], refuse);
  });
}

function checkBound(provision: Provision, at: readonly (string | number)[], refuse: Refuse): void {
  if (provision.bound === 'anyone') return;
  provision.bound.forEach((group, index) => {
    const place = [...at, 'bound', index];
    if (group.roles) checkWords(roles, group.roles, place, refuse);
    for (const list of [group.jurisdictions, group.notJurisdictions]) {
      if (list) checkWords(jurisdictions, list, place, refuse);
    }
  });
}

function checkFrees(
  exception: Exception,
  provisions: ReadonlySet<string>,
  at: readonly (string | number)[],
  refuse: Refuse,
): void {
  if (exception.frees === 'all') return;
  for (const id of exception.frees) {
    if (!provisions.has(id)) refuse([...at, 'frees'], `There is no provision "${id}" in this regime.`);
  }
}

/** Only the words themselves, not their synonyms, so that one thing is written one way in the data. */
function checkWords(
  vocabulary: Vocabulary,
  words: readonly string[],
  at: readonly (string | number)[],
  refuse: Refuse,
): void {
  for (const word of words) {
    if (vocabulary.find(word)?.word !== word) {
      refuse(at, `"${word}" is not a ${vocabulary.name} of the closed vocabulary (docs/law-vocabulary.md).`);
    }
  }
}

function checkCondition(condition: Condition, at: readonly (string | number)[], refuse: Refuse): void {
  const fact = factKeys.words.find((word) => word.word === condition.fact);
  const known = fact ?? computedFacts.get(condition.fact);
  if (!known) refuse(at, `"${condition.fact}" is no fact that a question can state.`);
  const allowed =
    fact?.kind === 'yes or no' ? ['yes', 'no'] : fact?.values ? Object.keys(fact.values) : undefined;
  for (const value of [...(condition.is ?? []), ...(condition.isNot ?? []), ...(condition.assume ?? [])]) {
    if (allowed && !allowed.includes(value) && value !== 'none')
      refuse(at, `"${value}" is no value of the fact "${condition.fact}".`);
  }
}
