/**
 * Pairs, threes, fours or sixes of hex digits with one separator throughout, or twelve digits together. A day with a time
 * (`15-03-2024 10:00`) has twelve digits too and is none.
 */
const notation =
  /^(?:[0-9a-f]{2}([:\-._ ])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}|[0-9a-f]{3}([:\-.])(?:[0-9a-f]{3}\2){2}[0-9a-f]{3}|[0-9a-f]{4}([:\-. ])[0-9a-f]{4}\3[0-9a-f]{4}|[0-9a-f]{6}[:\-.][0-9a-f]{6}|(?:0x)?[0-9a-f]{12})$/i;

/** Twelve upper-case hex digits of any usual notation, or nothing where the text is no 48-bit hardware address. */
export function readMac(text: string): string | undefined {
  const trimmed = text.trim();
  if (!notation.test(trimmed)) return undefined;
  return trimmed.replace(/^0x(?=.{12}$)|[\s:.\-_]/gi, '').toUpperCase();
}

/** Whether the address belongs to one network card at all: neither empty nor a group (broadcast, multicast) address. */
export function isUnitMac(mac: string): boolean {
  return !/^(0{12}|F{12})$/.test(mac) && (Number.parseInt(mac.slice(1, 2), 16) & 1) === 0;
}

/** `44:19:B6:3A:10:01`, for people. */
export function macText(mac: string): string {
  return mac.match(/../g)?.join(':') ?? mac;
}
