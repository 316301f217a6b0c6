import { foldKey } from './fold-key.ts';
import generated from './tables/legal-forms.generated.json' with { type: 'json' };
import extra from './tables/legal-forms-extra.json' with { type: 'json' };

/** Families of legal forms between which spellings and translations move freely. */
export const legalFormGroups = [
  'limited',
  'stock',
  'company',
  'partnership',
  'state',
  'foundation',
  'association',
  'cooperative',
  'sole',
  'other',
] as const;
export type LegalFormGroup = (typeof legalFormGroups)[number];

/** A legal form found in a list of words: `from` and `count` say which. */
export interface LegalForm {
  readonly form: string;
  readonly group: LegalFormGroup;
  readonly from: number;
  readonly count: number;
}

interface Entry {
  readonly group: LegalFormGroup;
  /** ISO 3166-1 codes, lower case, of the countries that have the form; empty for all. */
  readonly countries: readonly string[];
}

const forms = new Map<string, Entry>();
/** For the first word of a form, the most words that a form beginning with it has. */
const longest = new Map<string, number>();

/** Long words of forms have many spellings (`obshchestvo`, `obschestvo`), short ones are exact. */
function formKey(word: string): string {
  return word.length >= 5 ? foldKey(word) : word;
}

function add(form: string, entry: Entry): void {
  const words = form.split(' ').map(formKey);
  const key = words.join(' ');
  if (forms.has(key)) return;
  forms.set(key, entry);
  longest.set(words[0]!, Math.max(longest.get(words[0]!) ?? 0, words.length));
}
/** Forms as written: of several words by their first, of one by its first two letters. */
const formsByWord = new Map<string, string[]>();

function noteForm(form: string): void {
  const space = form.indexOf(' ');
  if (space < 0 && form.length < 6) return;
  const key = space < 0 ? form.slice(0, 2) : form.slice(0, space);
  const list = formsByWord.get(key);
  if (list === undefined) formsByWord.set(key, [form]);
  else list.push(form);
}

/** What is said of a firm behind its legal form, and is a word or letters of a name elsewhere: `GmbH i. L.`, `S.A. en liquidation`. */
const afterForm = new Set<string>();
/** Short abbreviations of ISO 20275 that only stand at the end: as first word they are more often a name. */
const endOnly = new Set<string>();
/** `Trust Life Insurance` is a name. */
const neverFirst = ['trust'];
let loaded = false;

/** Fills the tables when the first company name comes: two thousand keys that reading a person's name never needs. */
function load(): void {
  loaded = true;
  for (const group of legalFormGroups) {
    const list = (extra as Readonly<Record<string, readonly string[] | string>>)[group];
    if (!Array.isArray(list)) continue;
    for (const form of list) {
      add(form, { group, countries: [] });
      noteForm(form);
    }
  }
  for (const form of extra.afterForm) {
    add(form, { group: 'other', countries: [] });
    afterForm.add(form.split(' ').map(formKey).join(' '));
  }
  for (const form of neverFirst) endOnly.add(formKey(form));
  // Abbreviations that are words or names in too many other names to be taken from the world list.
  const notForms = new Set([...generated.except, ...extra.except]);
  for (const line of generated.forms) {
    const [form, group, countries] = line.split('|');
    if (form === undefined || notForms.has(form)) continue;
    if (!form.includes(' ') && form.length <= 4 && !forms.has(form)) endOnly.add(form);
    add(form, {
      group: group as LegalFormGroup,
      countries: countries === '' || countries === undefined ? [] : countries.split(' '),
    });
  }
}

/** Short forms that are also words or initials: legal forms only first or last in a name. */
function isAmbiguous(key: string): boolean {
  if (anywhere.has(key)) return false;
  return key.length <= 3 || singleWords.has(key);
}
/** Short forms that are nothing else: `Asset Co for Information`. */
const anywhere = new Set(['co', 'ltd', 'llc', 'inc', 'plc']);
const singleWords = new Set(
  ['trust', 'foundation', 'partnership', 'establishment', 'firm', 'fund'].map(formKey),
);

const formMates = new Set(['open', 'closed', 'public', 'private', 'otkrytoe', 'zakrytoe', 'publichnoe']);

/**
 * Finds the legal forms in the folded words of a name: longest first, short ones only at the begin or end of the
 * name or beside another form (`S. DE R.L. DE C.V.` anywhere, `AO` not in the middle). The country, where known,
 * decides between equal abbreviations.
 *
 * @example
 * legalForm(['avant', 'space', 'llc']) // [{ form: 'llc', group: 'limited', from: 2, count: 1 }]
 */
export function legalForm(words: readonly string[], country?: string): LegalForm[] {
  if (!loaded) load();
  const found: LegalForm[] = [];
  // `Public AO Vostok`: the form begins after the word that belongs to it.
  let next = words.length > 2 && formMates.has(words[0]!) ? 1 : 0;
  for (let from = 0; from < words.length; from++) {
    const first = formKey(words[from]!);
    const most = longest.get(first);
    if (most === undefined) continue;
    let key = first;
    let best: LegalForm | undefined;
    const keys: string[] = [key];
    for (let count = 1; count < most && from + count < words.length; count++) {
      key += ` ${formKey(words[from + count]!)}`;
      keys.push(key);
    }
    for (let count = keys.length; count >= 1; count--) {
      const entry = forms.get(keys[count - 1]!);
      if (entry === undefined) continue;
      if (afterForm.has(keys[count - 1]!) && !followsForm(found, from)) continue;
      if (country !== undefined && entry.countries.length > 0 && !entry.countries.includes(country)) {
        if (count === 1) continue;
      }
      best = { form: words.slice(from, from + count).join(' '), group: entry.group, from, count };
      break;
    }
    if (best === undefined) continue;
    const atBegin = from === next && !endOnly.has(keys[best.count - 1]!);
    const end = from + best.count;
    if (isAmbiguous(keys[best.count - 1]!) && best.count === 1 && !atBegin && !endsWithForms(words, end))
      continue;
    found.push(best);
    if (atBegin) next = end;
    from = end - 1;
  }
  return found;
}

function followsForm(found: readonly LegalForm[], from: number): boolean {
  const last = found.at(-1);
  return last !== undefined && last.from + last.count === from;
}

/** Whether only legal forms follow. */
function endsWithForms(words: readonly string[], from: number): boolean {
  let index = from;
  while (index < words.length) {
    const most = longest.get(formKey(words[index]!));
    if (most === undefined) return false;
    let taken = 0;
    for (let count = Math.min(most, words.length - index); count >= 1 && taken === 0; count--) {
      if (
        forms.has(
          words
            .slice(index, index + count)
            .map(formKey)
            .join(' '),
        )
      )
        taken = count;
    }
    if (taken === 0) return false;
    index += taken;
  }
  return true;
}

const mostCutWords = 5;
/** A beginning of fewer letters is the beginning of too many words. */
const shortestCut = 3;

/**
 * How many words at the end of a name are only the beginning of a legal form: 3 for `limited liability com`, 2 for
 * `sp z`; 0 where there is none, or where the form is whole.
 */
export function cutLegalForm(words: readonly string[]): number {
  if (!loaded) load();
  for (let count = Math.min(mostCutWords, words.length - 1); count >= 1; count--) {
    const tail = words.slice(-count).join(' ');
    if (tail.length < shortestCut || legalForm(words.slice(-count)).some((form) => form.count === count))
      continue;
    const last = words.at(-1)!;
    const first = words[words.length - count]!;
    const isCut = (formsByWord.get(count === 1 ? first.slice(0, 2) : first) ?? []).some(
      (form) => form.length > tail.length && form.startsWith(tail) && (last.length > 1 || count > 1),
    );
    if (isCut) return count;
  }
  return 0;
}

/** The group of one form written as one word or several, such as `ltd` or `joint stock company`. */
export function legalFormGroup(form: string): LegalFormGroup | undefined {
  if (!loaded) load();
  return forms.get(form.split(' ').map(formKey).join(' '))?.group;
}

/** Whether two forms say different things: `Ltd` and `GmbH` do not, `Ltd` and `Foundation` do, `Co.` never does. */
export function legalFormsConflict(left: LegalFormGroup, right: LegalFormGroup): boolean {
  if (left === right || left === 'company' || right === 'company' || left === 'other' || right === 'other')
    return false;
  // Chinese, Vietnamese and Gulf companies write Co., Ltd. for companies by shares.
  const pair = left < right ? `${left} ${right}` : `${right} ${left}`;
  return pair !== 'limited stock';
}

const gluedForms = [
  'jsc',
  'ojsc',
  'pjsc',
  'cjsc',
  'ooo',
  'oao',
  'zao',
  'pao',
  'llc',
  'ltd',
  'gmbh',
  'coltd',
  'limited',
  'sarl',
  'inc',
  'corp',
  'plc',
  'sdnbhd',
  'pteltd',
  'pvtltd',
  'bhd',
  'fze',
  'srl',
  'gmbh',
];
/** Ends that English words have too: `public`, `zinc`, `unlimited`. */
const wordEnds = /(?:zinc|unlimited|vinc|rinc|tinc|ginc)$/;

/**
 * Parts a legal form that was written into the name without a space: `JSCARGUMENT`, `ARGUMENTLLC`. Undefined where
 * there is none or where less than four letters of name would be left.
 */
export function partGluedForm(word: string): { form: string; rest: string; formFirst: boolean } | undefined {
  if (word.length < 7) return undefined;
  for (const form of gluedForms) {
    if (word.length < form.length + 4) continue;
    if (form.length >= 3 && word.endsWith(form) && !wordEnds.test(word)) {
      if (form === 'inc' || form === 'ltd' || form === 'corp' || hasNoVowel(form)) {
        return { form, rest: word.slice(0, -form.length), formFirst: false };
      }
      if (form.length >= 4) return { form, rest: word.slice(0, -form.length), formFirst: false };
    }
    if (hasNoVowel(form) && form !== 'srl' && word.startsWith(form)) {
      return { form, rest: word.slice(form.length), formFirst: true };
    }
    if ((form === 'ooo' || form === 'oao' || form === 'zao' || form === 'pao') && word.startsWith(form)) {
      if (form === 'ooo' || form === 'oao') return { form, rest: word.slice(form.length), formFirst: true };
    }
  }
  return undefined;
}

function hasNoVowel(form: string): boolean {
  return !/[aeiou]/.test(form);
}
