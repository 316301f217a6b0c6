/** Twelve upper-case hex digits of any usual notation, or nothing where the text is no 48-bit hardware address. */
export function readMac(text: string): string | undefined {
  const digits = text.trim().replace(/[\s:.\-_]/g, '');
  return /^[0-9A-Fa-f]{12}$/.test(digits) ? digits.toUpperCase() : undefined;
}

/** Whether the address belongs to one network card at all: neither empty nor a group (broadcast, multicast) address. */
export function isUnitMac(mac: string): boolean {
  return !/^(0{12}|F{12})$/.test(mac) && (Number.parseInt(mac.slice(1, 2), 16) & 1) === 0;
}

/** `44:19:B6:3A:10:01`, for people. */
export function macText(mac: string): string {
  return mac.match(/../g)?.join(':') ?? mac;
}
