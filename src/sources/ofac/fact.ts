import type { IdentifierKind } from '../../model/party.ts';
import { countryCode } from '../../text/country.ts';
import { addAttribute, addBirthDate, addIdentifier, addUnique, type Draft } from '../record-draft.ts';
import { readWrittenDay } from '../written-day.ts';
import table from './labels.json' with { type: 'json' };

/** A labelled value of an entry: `Passport`, `A12345`, `Iran`; in remarks, XML elements and features alike. */
export interface OfacFact {
  readonly label: string;
  readonly value: string;
  readonly country?: string | undefined;
  readonly issued?: string | undefined;
  readonly expires?: string | undefined;
  /** What else is said of a document: its authority, that it was stolen. */
  readonly comment?: string | undefined;
}

interface Label {
  readonly label: string;
  readonly to: string;
  readonly kind?: string;
  readonly name?: string;
}

const byLabel = new Map<string, Label>(table.labels.map((label) => [label.label.toLowerCase(), label]));
const longestWords = Math.max(...table.labels.map((label) => label.label.split(' ').length));

/** Splits `Passport A12345` at the longest known label; nothing where the text begins with none. */
export function splitLabel(text: string): { label: string; rest: string } | undefined {
  const words = text.split(' ');
  for (let count = Math.min(longestWords, words.length); count > 0; count--) {
    const label = words.slice(0, count).join(' ');
    if (byLabel.has(label.toLowerCase())) return { label, rest: words.slice(count).join(' ') };
  }
  return undefined;
}

/**
 * Puts a labelled value where it belongs. An unknown label becomes an identifier of kind `other` with the label kept.
 * Gives `false` where the value cannot be used as what the label says; the caller then keeps the text as remark.
 */
export function addFact(draft: Draft, fact: OfacFact): boolean {
  const known =
    byLabel.get(fact.label.toLowerCase()) ?? byLabel.get(fact.label.replace(/:$/, '').toLowerCase());
  const value = fact.value.trim();
  if (value === '' && known?.to !== 'identifier') return false;
  switch (known?.to) {
    case 'birth date': {
      const day = readWrittenDay(value);
      if (day) addBirthDate(draft, day);
      return day !== undefined;
    }
    case 'birth place':
      addUnique(draft.birthPlaces, value);
      return true;
    case 'nationality': {
      const code = countryCode(value);
      if (code) addUnique(draft.nationalities, code);
      else addAttribute(draft, 'nationality as written', value);
      return true;
    }
    case 'citizenship':
      addUnique(draft.nationalities, countryCode(value));
      addAttribute(draft, 'citizenship', value);
      return true;
    case 'nationality of registration':
      addUnique(draft.countries, countryCode(value));
      addAttribute(draft, 'nationality of registration', value);
      return true;
    case 'gender': {
      const word = value.toLowerCase();
      draft.gender = word === 'male' || word === 'female' ? word : 'other';
      return true;
    }
    case 'founded':
      addAttribute(draft, 'founded', value);
      return true;
    case 'linked to':
      draft.relations.push({ kind: 'other', end: 'owned', otherName: value, text: `Linked To: ${value}` });
      return true;
    case 'wallet': {
      const [currency, address] = value.split(' ');
      if (!address) return false;
      addIdentifier(draft, 'wallet', address, { issuer: currency });
      return true;
    }
    case 'attribute':
      addAttribute(draft, known.name!, value);
      return true;
    default:
      if (!isIdentifierLike(value, known?.kind)) return false;
      addIdentifier(draft, (known?.kind as IdentifierKind | undefined) ?? 'other', value, {
        issuer: countryCode(fact.country) ?? fact.country,
        label: fact.label.replace(/ ?[-:]$/, ''),
      });
      for (const [word, day] of [
        ['issued', fact.issued],
        ['expires', fact.expires],
        ['remark', fact.comment],
      ] as const) {
        if (day) addAttribute(draft, `document ${word}`, `${fact.label} ${value}: ${day}`);
      }
      return true;
  }
}

const wordKinds = new Set(['website', 'email', 'BIC', 'call sign', 'ticker', 'aircraft registration']);

/** Numbers have digits; words after a label that also begins sentences ("License pending") are no identifier. */
function isIdentifierLike(value: string, kind: string | undefined): boolean {
  if (kind !== undefined && wordKinds.has(kind)) return value !== '';
  return /\d/.test(value);
}

export function isKnownLabel(text: string): boolean {
  return byLabel.has(text.toLowerCase());
}
