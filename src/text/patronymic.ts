/** Endings of East Slavic patronymics in the usual romanisations, after folding of the letters by the caller. */
const male =
  /(?:ov|ev|yev|iev|jev|ow|ew|jew|yew|iew|av|aw|iv)(?:i|y|e|a)?(?:ch|tch|tsch|cz|c|k|ts)$|(?:nik|il|kuzm|luk|fom|il[yji])[iy]?(?:ch|tch|tsch|cz)$|ovi[cč]$/;
const female =
  /(?:ov|ev|yev|iev|jev|ow|ew|jew|yew|iew|av|aw|au|iv)(?:n|nn)(?:a|y)$|(?:in|inich|init)(?:ch)?na$|[iy]vna$|ichna$/;
const cyrillic = /(?:ович|евич|ьич|овна|евна|ична|івна|ївна|йович|авіч|евіч|аўна|еўна)$/u;
/** Surnames that end alike: Abramovich, Milosevic. They stand last, which the caller knows. */
const shortest = 6;

/**
 * Whether a word has the form of an East Slavic patronymic, and of which sex. Serbian and Jewish surnames in
 * -ovich look the same: only the place in the name can tell.
 */
export function patronymic(word: string): 'male' | 'female' | undefined {
  if (word.length < shortest) return undefined;
  if (cyrillic.test(word)) return /[чч]$/u.test(word) ? 'male' : 'female';
  if (male.test(word)) return 'male';
  if (female.test(word)) return 'female';
  return undefined;
}
