import type { NameKind } from '../../model/party.ts';

/** A name with those that stand in brackets behind it. */
export interface BracketedNames {
  readonly name: string;
  readonly others: readonly { readonly text: string; readonly kind: NameKind }[];
  /** What stands behind the brackets, such as `and subsidiaries`. */
  readonly rest: string | undefined;
}

const bracketPattern =
  /\s*[([]\s*(?:including |and )?(a\.?k\.?a\.?|also known as|f\.?k\.?a\.?|formerly(?: known as)?|(?:the )?(?:following )?(?:\w+ )?alias(?:es)?:?|(?:原|原名))[:,]?\s*(?:the following \w+ alias(?:es)?:)?\s*((?:[^()[\]]|\([^()]*\))*)[)\]]/giu;

/**
 * Splits `Hoshine Silicon (including one alias: Hesheng Silicon (Shanshan) Co.) and subsidiaries`, `Li Fangwei [also
 * known as Karl Lee]`, `Xu, Collin (a.k.a. Collin Shu; Zhihong Xu)`.
 */
export function splitBracketedNames(text: string): BracketedNames {
  const others: { text: string; kind: NameKind }[] = [];
  let last = -1;
  let name = text;
  for (const match of text.matchAll(bracketPattern)) {
    if (last < 0) name = text.slice(0, match.index);
    last = match.index + match[0].length;
    const kind: NameKind = /^f|^原/i.test(match[1]!) ? 'former' : 'alias';
    for (const part of match[2]!.split(/;\s*(?:and\s+)?|,\s+and\s+(?=[A-Z])/)) {
      const own = /^(?:and )?(formerly(?: known as)?|f\.?k\.?a\.?|a\.?k\.?a\.?|also known as)[,:]? +/i.exec(
        part,
      );
      const clean = part
        .slice(own?.[0].length ?? 0)
        .replace(/^and\s+/, '')
        .trim();
      if (clean === '') continue;
      others.push({ text: clean, kind: own ? (/^f/i.test(own[1]!) ? 'former' : 'alias') : kind });
    }
  }
  const rest =
    last < 0
      ? undefined
      : text
          .slice(last)
          .replace(/^[\s,;]+/, '')
          .trim() || undefined;
  return { name: name.trim(), others, rest };
}
