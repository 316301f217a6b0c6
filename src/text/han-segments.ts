import { hanPlace } from './place-words.ts';
import { simplified } from './romanise/han.ts';
import table from './tables/han-words.json' with { type: 'json' };

const forms = new Map(Object.entries(table.forms));
const longestForm = Math.max(...[...forms.keys()].map((form) => form.length));
const words = new Map<string, readonly string[]>();
for (const line of table.words) {
  const [hanzi, ...meaning] = line.split(' ');
  const form = simplified(hanzi!);
  if (!words.has(form)) words.set(form, meaning.join(' ').split('/'));
}
const longestWord = Math.max(...[...words.keys()].map((word) => word.length));

export interface Segment {
  readonly native: string;
  readonly kind: 'place' | 'core' | 'word' | 'form' | 'number';
  /** Place id, meaning, legal form group or digits. */
  readonly value: string;
  /** Another way in which such firms put the word in English. */
  readonly other?: string;
}

/** `第十`, `771`, and `九` where 院, 所 or 厂 follows and the name ends or a further number comes. */
const numberParts =
  /第([零〇一二三四五六七八九十百]+|\d+)|(\d+)|([一二三四五六七八九十]{1,3})(?=[院所厂](?:$|\d))/gu;
const digits = '〇一二三四五六七八九';
/** What the one character after a number means. */
const counted = new Map(table.counted.map((line) => line.split(' ') as [string, string]));

/** The value of a Chinese number to 999, or of digits. */
function hanNumber(text: string): string {
  if (/^\d/.test(text)) return text.replace(/^0+(?=\d)/, '');
  if (!/[十百]/u.test(text)) return [...text].map((one) => Math.max(0, digits.indexOf(one))).join('');
  let value = 0;
  let unit = 0;
  for (const one of text) {
    if (one === '百' || one === '十') {
      value += (unit || 1) * (one === '百' ? 100 : 10);
      unit = 0;
    } else unit = Math.max(0, digits.indexOf(one));
  }
  return String(value + unit);
}

function wordSegment(native: string): Segment {
  const [value, other] = words.get(native)!;
  return { native, kind: 'word', value: value!, ...(other === undefined ? {} : { other }) };
}

/** Cuts the Han text of a company into its parts; numbers stand for themselves with what they count. */
export function hanSegments(text: string): Segment[] {
  const out: Segment[] = [];
  let from = 0;
  for (const match of text.matchAll(numberParts)) {
    if (match.index > from) out.push(...segmentsOf(text.slice(from, match.index)));
    out.push({
      native: match[0],
      kind: 'number',
      value: hanNumber((match[1] ?? match[2] ?? match[3])!),
    });
    from = match.index + match[0].length;
    const meaning = counted.get(text[from] ?? '');
    // 厂 of 第一厂, but not of 第一厂房.
    if (meaning !== undefined && !longerWordAt(text, from)) {
      out.push({ native: text[from]!, kind: 'word', value: meaning });
      from++;
    }
  }
  if (from < text.length) out.push(...segmentsOf(text.slice(from)));
  return out;
}

function longerWordAt(text: string, from: number): boolean {
  for (let length = 2; length <= longestWord && from + length <= text.length; length++)
    if (words.has(text.slice(from, from + length))) return true;
  return false;
}

/** A factory, a bureau. */
const ends = new Set('厂局');

/** Cuts the Han text of a company: places in front, legal form and trade words behind, the name itself between. */
function segmentsOf(text: string): Segment[] {
  const front: Segment[] = [];
  const back: Segment[] = [];
  let rest = text;
  // Japanese firms have their form in front as often as behind.
  for (const form of ['株式会社', '有限会社', '合同会社']) {
    if (!rest.startsWith(form) || rest.length === form.length) continue;
    front.push({ native: form, kind: 'form', value: forms.get(form)! });
    rest = rest.slice(form.length);
  }
  for (let count = 0; count < 3; count++) {
    const place = hanPlace(rest);
    if (place === undefined) break;
    front.push({ native: rest.slice(0, place.length), kind: 'place', value: place.id });
    rest = rest.slice(place.length);
  }
  for (let length = Math.min(longestForm, rest.length); length >= 2; length--) {
    const tail = rest.slice(-length);
    const group = forms.get(tail);
    if (group === undefined) continue;
    back.unshift({ native: tail, kind: 'form', value: group });
    rest = rest.slice(0, -length);
    break;
  }
  let isLast = true;
  for (;;) {
    let found: string | undefined;
    // One character says enough only at the very end: 机械厂.
    const least = isLast && ends.has(rest.slice(-1)) ? 1 : 2;
    for (let length = Math.min(longestWord, rest.length); length >= least; length--) {
      const tail = rest.slice(-length);
      // One lone character before the trade words is never the whole name of a firm.
      if (words.has(tail) && rest.length - length !== 1) {
        found = tail;
        break;
      }
    }
    if (found === undefined) break;
    back.unshift(wordSegment(found));
    rest = rest.slice(0, rest.length - found.length);
    isLast = false;
  }
  // A trade word in front of a longer name: 航天 三江.
  for (let length = Math.min(longestWord, rest.length - 2); length >= 2; length--) {
    const head = rest.slice(0, length);
    if (!words.has(head)) continue;
    front.push(wordSegment(head));
    rest = rest.slice(length);
    break;
  }
  // What is left after a word in front may be a place: 中国 科学院 长春.
  const place = hanPlace(rest);
  const core: Segment[] =
    rest === ''
      ? []
      : place?.length === rest.length
        ? [{ native: rest, kind: 'place', value: place.id }]
        : [{ native: rest, kind: 'core', value: rest }];
  return [...front, ...core, ...back];
}
