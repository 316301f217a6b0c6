import { normalise, placeWords } from '../text/index.ts';

/** Facts that stand before or after a ship's name in one field: `LADY MARINA (IMO 9123456)`, `Lady Marina, flag: Panama`. */
const facts =
  /[\s,;([]+(?:imo(?=[\s:.#no-]*\d{7})|mmsi(?=[\s:.#no-]*\d{9})|call ?sign\b|built(?= (?:in )?\d{4})|(?:(?<=[,;([]\s*)flag(?:ged)?\b|flag:)).*$/iu;
const factsBefore = /^\s*\(?imo[\s:.#no-]*\d{7}\)?[\s:,-]+/iu;
const flagInBrackets = /\s*[([]([\p{L}\s.]+)[)\]]\s*$/u;

/** Other names that a field for a ship may hold: what stands beside its number, flag or year. Empty for most. */
export function shipTexts(text: string): string[] {
  let name = text.replace(factsBefore, '').replace(facts, '');
  const flag = flagInBrackets.exec(name)?.[1];
  if (flag !== undefined && placeWords(normalise(flag).text.replace(/[^\p{L}]/gu, '')) !== undefined)
    name = name.replace(flagInBrackets, '');
  return name !== text && /\p{L}{2}/u.test(name) ? [name] : [];
}
