import { foldKey } from './fold-key.ts';

const adjective = /^(.{3,}?)(sk)(?:iy|ii|y|i|aya|aia|oye|oe|ogo|oy|oi|om|iye|ie|ikh|uyu)$/;
/** Romanised with and without y: Krasnoye and Krasnoe. */
const neuter = /^(.{3,})(?:oye|oe)$/;
const town = /sk$/;
const surname = /^(.{3,}(?:[oe]v|ye?v)|.{5,}[iy]n)(a?)$/;

/**
 * Groups of a romanised Slavic name that stands in the name of a firm as an adjective or in the genitive: Kurchatovskiy
 * and Kurchatov, Klimovskiy and Klimovsk, Degtyareva and Degtyarev. Undefined for other words.
 */
export function slavicGroup(word: string): string | undefined {
  const colour = neuter.exec(word);
  if (colour !== null) return `stem:${foldKey(colour[1]!)}`;
  if (word.length < 6) return undefined;
  const described = adjective.exec(word);
  if (described !== null) {
    const [, base, ending] = described;
    return `stem:${foldKey(base! + ending!)} stem:${foldKey(base!)}`;
  }
  if (town.test(word)) return `stem:${foldKey(word)}`;
  const named = surname.exec(word);
  // The genitive of names in -in is a woman's name more often.
  if (named === null || (named[2] === 'a' && /n$/.test(named[1]!))) return undefined;
  return `stem:${foldKey(named[1]!)}`;
}
