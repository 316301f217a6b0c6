import { splitAddresses } from '../extract/json-extract.ts';

/** What the `Entity` column of the Entity List says of one entity. */
export interface EntityCell {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly addresses: readonly string[];
  /** `(See alternate address under China.)` and the like. */
  readonly crossReference: string | undefined;
}

const aliasLead = /,?\s*(?:a\.k\.a\.|f\.k\.a\.|also known as),?\s*(?:the following\b[^:]*:?)?\s*$/i;

/**
 * Reads a cell given as lines: the name, aliases led by a dash, addresses. Where name and address stand on one line,
 * the name ends at the first comma that no legal form follows; the whole text is kept beside by the caller.
 */
export function readEntityCell(lines: readonly string[]): EntityCell {
  const [first = '', ...rest] = lines;
  const aliases: string[] = [];
  const addressText: string[] = [];
  let name = first;
  if (aliasLead.test(first)) name = first.replace(aliasLead, '');
  else if (!rest.some((line) => isAlias(line))) {
    const at = endOfName(first);
    name = first.slice(0, at);
    addressText.push(first.slice(at + 1));
  }
  for (const line of rest) {
    if (isAlias(line)) aliases.push(cleanAlias(line));
    else addressText.push(line);
  }
  const joined = addressText.join(' ').trim();
  const crossReference = /\((See alternate address[^)]*)\)/i.exec(joined)?.[1];
  return {
    name: name.replace(/[,;:\s]+$/, '').trim(),
    aliases: aliases.filter((alias) => alias !== ''),
    addresses: splitAddresses(joined.replace(/\(See alternate address[^)]*\)\.?/gi, '')),
    crossReference,
  };
}

function isAlias(line: string): boolean {
  return /^[—–-]/.test(line);
}

function cleanAlias(line: string): string {
  const alias = line
    .replace(/^[—–-]\s*/, '')
    .trimEnd()
    .replace(/(?:[;,\s]and|[;,])$/, '')
    .replace(/[;,]$/, '')
    .trim();
  return /\b(?:Ltd|Inc|Co|Corp|S\.A|B\.V|S\.p\.A|S\.L)\.$/.test(alias) ? alias : alias.replace(/\.$/, '');
}

const legalForm =
  /^\s*(?:Inc|Ltd|Limited|LLC|L\.L\.C|Co\b|Corp|Company|JSC|OJSC|PJSC|GmbH|S\.A|SA\b|B\.V|Pte|Pvt|Sdn|LP\b|FZE|FZC|FZCO|A\.S|OOO|ZAO|OAO|AO\b|KG\b|s\.r\.o)/i;

function endOfName(text: string): number {
  for (let at = text.indexOf(','); at >= 0; at = text.indexOf(',', at + 1)) {
    if (!legalForm.test(text.slice(at + 1))) return at;
  }
  return text.length;
}
