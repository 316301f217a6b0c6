/**
 * Footnotes of the Entity List that bring in a foreign-direct-product rule, told by the section cited in the licence
 * requirement (15 CFR 734.9) or by the mark that follows it: 1 and 4 for advanced chips and Huawei, 3 for Russian and
 * Belarusian military end users, 5 for chip-making equipment.
 */
const marks: readonly (readonly [string, RegExp])[] = [
  ['footnote 1', /734\.9\(e\)\s?1\b|734\.9\(e\)\(1\)/],
  ['footnote 3', /734\.9\(g\),?\s?3?/],
  ['footnote 4', /734\.9\(e\)\(2\)|744\.11 of the EAR\)?\.?\s?4\b/],
  ['footnote 5', /734\.9\(e\)\(3\)|744\.11 of the EAR\)?\.?\s?5\b/],
];

export function footnotesOf(requirement: string | undefined): string[] {
  if (!requirement) return [];
  return marks.filter(([, pattern]) => pattern.test(requirement)).map(([name]) => name);
}
