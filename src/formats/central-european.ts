/**
 * Whether text that could be windows-1252 is windows-1250, the encoding of Polish, Czech, Slovak and Hungarian spreadsheets.
 * Both have letters in the same places, so only what no Western text has decides: signs inside words, such as “W³adys³aw”
 * for “Władysław”; “ì” inside words beside “ø”, for Czech “ě” and “ř”; “õ” beside “û” where all letters are Hungarian
 * ones otherwise, for “ő” and “ű”. With less to go by it is not claimed.
 */
export function isCentralEuropean(head: Uint8Array): boolean {
  let signsInWords = 0;
  const inside = new Map<number, number>();
  let hungarianAlone = true;
  for (let at = 1; at + 1 < head.length; at++) {
    const byte = head[at]!;
    if (byte < 0x80) continue;
    if (byte >= 0xc0 && !hungarian.has(byte)) hungarianAlone = false;
    if (!isLetter(head[at - 1]!)) continue;
    const next = head[at + 1]!;
    if (!isLetter(next) && !(next >= 0xc0 && isLetter(head[at + 2] ?? 0))) continue;
    if (signs.has(byte)) signsInWords++;
    if (byte >= 0xc0) inside.set(byte, (inside.get(byte) ?? 0) + 1);
  }
  const count = (byte: number) => inside.get(byte) ?? 0;
  if (signsInWords >= leastSeen) return true;
  if (count(eCaron) > 0 && count(rCaron) > 0 && count(eCaron) + count(rCaron) > leastSeen) return true;
  return (
    hungarianAlone && count(oDouble) > 0 && count(uDouble) > 0 && count(oDouble) + count(uDouble) > leastSeen
  );
}

const leastSeen = 2;
/** Ł Ą Ż ł ą Ľ ľ ż Ť Ź ť: in windows-1252 £ ¥ ¯ ³ ¹ ¼ ¾ ¿, and three that it does not have. */
const signs = new Set([0xa3, 0xa5, 0xaf, 0xb3, 0xb9, 0xbc, 0xbe, 0xbf, 0x8d, 0x8f, 0x9d]);
const eCaron = 0xec;
const rCaron = 0xf8;
const oDouble = 0xf5;
const uDouble = 0xfb;
/** Á É Í Ó Ö Ő Ú Ü Ű and their small letters. */
const hungarian = new Set(
  [0xc1, 0xc9, 0xcd, 0xd3, 0xd6, 0xd5, 0xda, 0xdc, 0xdb].flatMap((capital) => [capital, capital + 0x20]),
);

function isLetter(byte: number): boolean {
  const small = byte | 0x20;
  return small >= 0x61 && small <= 0x7a;
}
