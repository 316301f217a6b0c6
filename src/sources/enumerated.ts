/**
 * Splits values that a publisher numbered inside one cell: `(1) Germany. (2) Morocco`, `a) 1966, b) 1961`. A cell without
 * numbering is one value.
 */
export function splitEnumerated(text: string | undefined): string[] {
  if (!text) return [];
  const isNumbered = /^\s*\(1\)/.test(text);
  const isLettered = /^\s*\(?a\)/i.test(text);
  if (!isNumbered && !isLettered) return [text.trim()];
  const parts = isNumbered
    ? text.split(/\s*\(\d{1,2}\)\s*/)
    : text.split(/(?:^|[\s,;.]+)\(?[a-z]{1,2}\)\s*/i);
  return parts.map((part) => part.replace(/[\s,;]+$/, '').trim()).filter((part) => part !== '');
}
