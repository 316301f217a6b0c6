import { romaniseDevanagari } from './devanagari.ts';

/**
 * The scripts of India stand in Unicode in one order, so each is read by way of Devanagari. In the north the inherent
 * vowel falls away at the end of a word, in the south it is heard.
 */
interface Block {
  readonly first: number;
  readonly isSouthern: boolean;
  /** Letters that have no counterpart in Devanagari at their place, or sound otherwise. */
  readonly own: Readonly<Record<string, string>>;
}

const blocks: readonly Block[] = [
  { first: 0x980, isSouthern: false, own: { ৎ: 'त्', য: 'ज़', য়: 'य' } },
  { first: 0xa00, isSouthern: false, own: { '\u0a70': 'ं', '\u0a71': '' } },
  { first: 0xa80, isSouthern: false, own: {} },
  { first: 0xb00, isSouthern: false, own: { ୟ: 'य' } },
  { first: 0xb80, isSouthern: true, own: { ன: 'न', ற: 'र', ழ: 'ळ' } },
  { first: 0xc00, isSouthern: true, own: {} },
  { first: 0xc80, isSouthern: true, own: {} },
  {
    first: 0xd00,
    isSouthern: true,
    own: { ൺ: 'ण्', ൻ: 'न्', ർ: 'र्', ൽ: 'ल्', ൾ: 'ळ्', ൿ: 'क्', റ: 'र', ഴ: 'ळ' },
  },
];
const sinhalaFirst = 0xd80;
const sinhalaPairs = pairs(
  'අअ ආआ ඇए ඈए ඉइ ඊई උउ ඌऊ එए ඒए ඓऐ ඔओ ඕओ ඖऔ කक ඛख ගग ඝघ ඞङ චच ඡछ ජज ඣझ ඤञ ටट ඨठ ඩड ඪढ ණण තथ ථथ දद ධध නन පप ඵफ බब භभ මम යय රर ලल වव ශश ෂष සस හह ළळ ාा ැॅ ෑॅ ිि ීी ුु ූू ෘृ ෙे ේे ෛै ොो ෝो ෞौ ංं ඃः ්्',
);
const sinhalaJoined: Readonly<Record<string, string>> = {
  ඟ: 'ङ्ग',
  ඥ: 'ज्ञ',
  ඬ: 'ण्ड',
  ඳ: 'न्द',
  ඹ: 'म्ब',
  ෆ: 'फ़',
};
const tamil = 0xb80;

function pairs(text: string): ReadonlyMap<string, string> {
  return new Map(text.split(' ').map((pair) => [pair[0]!, pair.slice(1)] as const));
}

/** A word in a script of India or Sri Lanka in Latin letters, vowels by rule; undefined for other scripts. */
export function romaniseIndic(word: string): string | undefined {
  const code = word.codePointAt(0) ?? 0;
  if (code >= sinhalaFirst && code < sinhalaFirst + 0x80) {
    const letters = [...word].map((letter) => sinhalaPairs.get(letter) ?? sinhalaJoined[letter] ?? '');
    // The nasal before h is a sound of its own: Sinha, Singhe.
    return romaniseDevanagari(letters.join(''), true).replace(/nh(?=[aeiou])/g, 'ngh');
  }
  const block = blocks.find(({ first }) => code >= first && code < first + 0x80);
  if (block === undefined) return undefined;
  let text = '';
  for (const letter of word.replaceAll('\u09af\u09bc', '\u09df')) {
    const place = letter.codePointAt(0)! - block.first;
    text += block.own[letter] ?? (place >= 0 && place < 0x80 ? String.fromCodePoint(0x900 + place) : '');
  }
  text = text
    .replace(/्ज़/gu, '्य')
    .replace(/[ऎॆ]/gu, (vowel) => (vowel === 'ऎ' ? 'ए' : 'े'))
    .replace(/[ऒॊ]/gu, (vowel) => (vowel === 'ऒ' ? 'ओ' : 'ो'));
  const latin = romaniseDevanagari(text, block.isSouthern);
  return block.first === tamil ? voiced(latin) : latin;
}

/** Tamil writes voiced and voiceless sounds with one letter: voiced between vowels and after a nasal. */
function voiced(latin: string): string {
  return latin
    .replace(/^ch(?!ch)/, 's')
    .replace(/(?<=[aeiou])ch(?=[aeiou])/g, 's')
    .replace(/(?<=[aeiou])t(?=[aeiou])/g, 'd')
    .replace(/(?<=[aeioum])p(?=[aeiou])/g, 'b')
    .replace(/(?<=n)k/g, 'g')
    .replace(/(?<=n)ch/g, 'j')
    .replace(/(?<=n)t(?!h)/g, 'd');
}
