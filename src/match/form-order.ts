import { matchKinds } from './kind.ts';
import { roleInitial } from './role.ts';
import { standardSettings } from './settings.ts';
import { weightStep, weightStepCount } from './weight-table.ts';
import { wordWeight, wordWeights } from './word-weight.ts';

/** Forms as they come: words and roles of all in a row, and what each belongs to. */
export interface Forms {
  readonly name: Uint32Array;
  readonly starts: Uint32Array;
  readonly words: Uint32Array;
  readonly roles: Uint8Array;
  /** Marks that are known already: `markPart`. */
  readonly parts: Uint8Array;
}

/** The forms of an index in the order in which they are searched, with what a search asks of each. */
export interface OrderedForms extends Forms {
  /** Step of the weight of all words of a form, as the standard settings weigh them: see `weightStep`. */
  readonly step: Uint16Array;
  /** Place of the heaviest word of each form, the first of equals. */
  readonly key: Uint8Array;
  /** Place of the form among the readings of its name, and `markInitial` where a word of it is an initial. */
  readonly marks: Uint8Array;
  /** The first form of each kind of party, and the number of forms. */
  readonly kindStarts: readonly number[];
}

export const markInitial = 0x80;
/** Another name of the party has all words of the form and more: see `partOfName`. */
export const markPart = 0x40;
export const mostReadings = 0x3f;

/**
 * Puts forms in order of kind, step of weight and heaviest word. A search that asks for names of one kind up to some
 * weight so asks for a run of numbers, each list of forms is in that order without being sorted, and names that share
 * their heaviest word, which are looked at together, stand together.
 */
export function orderForms(
  forms: Forms,
  rarity: Float32Array,
  kindOfName: (name: number) => number,
): OrderedForms {
  const count = forms.name.length;
  const steps = new Uint16Array(count);
  const keys = new Uint8Array(count);
  const keyWords = new Uint32Array(count);
  const kinds = new Uint8Array(count);
  const marks = new Uint8Array(count);
  const kindStarts = new Array<number>(matchKinds.length + 1).fill(0);
  for (let form = 0; form < count; form++) {
    const kind = kindOfName(forms.name[form]!);
    kinds[form] = kind;
    kindStarts[kind + 1]!++;
    if (form > 0 && forms.name[form] === forms.name[form - 1])
      marks[form] = Math.min(mostReadings, (marks[form - 1]! & mostReadings) + 1);
    marks[form]! |= forms.parts[form]!;
    const start = forms.starts[form]!;
    let sum = 0;
    let heaviest = -1;
    for (let at = start; at < forms.starts[form + 1]!; at++) {
      const role = forms.roles[at]!;
      if (role === roleInitial) marks[form]! |= markInitial;
      const weight = wordWeight(standardWeights, kind, role, rarity[forms.words[at]!]!);
      sum += weight;
      if (weight <= heaviest) continue;
      heaviest = weight;
      keys[form] = at - start;
      keyWords[form] = forms.words[at]!;
    }
    steps[form] = weightStep(sum);
  }
  for (let kind = 0; kind < matchKinds.length; kind++) kindStarts[kind + 1]! += kindStarts[kind]!;
  const inSteps = new Uint32Array(count).map((_, form) => kinds[form]! * weightStepCount + steps[form]!);
  const byWord = inOrderOf(keyWords, rarity.length);
  const order = inOrderOf(inSteps, matchKinds.length * weightStepCount, byWord);
  return {
    ...permuted(forms, order),
    ...{ step: pick(steps, order), key: pick(keys, order), marks: pick(marks, order) },
    kindStarts,
  };
}

/** The numbers of the keys in the order of the keys, which are below `keyCount`; equal ones as in `before`. */
function inOrderOf(keys: Uint32Array, keyCount: number, before?: Uint32Array): Uint32Array {
  const next = new Uint32Array(keyCount + 1);
  for (const key of keys) next[key + 1]!++;
  for (let key = 0; key < keyCount; key++) next[key + 1]! += next[key]!;
  const order = new Uint32Array(keys.length);
  for (let at = 0; at < keys.length; at++) {
    const number = before?.[at] ?? at;
    order[next[keys[number]!]!++] = number;
  }
  return order;
}

function permuted(forms: Forms, order: Uint32Array): Forms {
  const starts = new Uint32Array(order.length + 1);
  const words = new Uint32Array(forms.words.length);
  const roles = new Uint8Array(forms.roles.length);
  let end = 0;
  for (let at = 0; at < order.length; at++) {
    const form = order[at]!;
    for (let word = forms.starts[form]!; word < forms.starts[form + 1]!; word++) {
      words[end] = forms.words[word]!;
      roles[end++] = forms.roles[word]!;
    }
    starts[at + 1] = end;
  }
  return { name: pick(forms.name, order), starts, words, roles, parts: pick(forms.parts, order) };
}

function pick<T extends Uint32Array | Uint16Array | Uint8Array>(values: T, order: Uint32Array): T {
  const picked = new (values.constructor as new (length: number) => T)(order.length);
  for (let at = 0; at < order.length; at++) picked[at] = values[order[at]!]!;
  return picked;
}

const standardWeights = wordWeights(standardSettings);
