/** What one item of the Covered List covers. */
export interface CoveredItem {
  /** Companies whose equipment or services it is; empty for items that cover a class of products of any maker. */
  readonly names: readonly string[];
  /** The equipment or services, in the words before the producer. */
  readonly category: string;
  /** `to the extent it is used for the purpose of ...`, where the item is limited so. */
  readonly purpose: string | undefined;
  /** Whether it reaches subsidiaries, affiliates or successors by its own words. */
  readonly reaches: string | undefined;
}

const producer =
  /^(.*?)\b(?:produced or provided|produced|provided|supplied)(?:, directly or indirectly,)? by (.+?)(?=,? (?:including|subject to|to the extent|or any of)|\.?$)/s;

/** Reads an item such as `Video surveillance equipment produced by X, to the extent it is used for the purpose of ...`. */
export function readItem(text: string): CoveredItem {
  const purpose =
    /to the extent (?:it|they) (?:is|are) used for the purpose of (.+?)(?:, including|\.$|…|$)/s.exec(
      text,
    )?.[1];
  const reaches = /or any of its ([^.]*(?:subsidiaries|affiliates|successors|assignees)[^.]*)/.exec(
    text,
  )?.[1];
  const match = producer.exec(text);
  if (!match || /\bin a foreign country/.test(match[2]!)) {
    return { names: [], category: text.split(/[,–—.]/)[0]!.trim(), purpose, reaches };
  }
  const names = match[2]!
    .split(/\s+and its wholly-owned subsidiary\s+/)
    .map((name) => name.replace(/,$/, '').trim());
  return { names, category: match[1]!.trim(), purpose, reaches };
}
