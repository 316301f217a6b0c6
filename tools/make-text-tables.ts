/**
 * Makes the generated tables of src/text/tables. Inputs: the GLEIF legal form list in ../shared, the Unihan files of
 * the Debian package unicode-data (/usr/share/unicode), and the country names of the CLDR data in Node.
 * Run: node tools/make-text-tables.ts
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinyin as syllablesOf } from 'pinyin-pro';
import { writtenWords } from '../src/text/written-word.ts';

const root = join(import.meta.dirname, '..');
const out = (name: string, value: unknown): void =>
  writeFileSync(
    join(root, 'src/text/tables', `${name}.generated.json`),
    `${JSON.stringify(value, null, 0).replaceAll('],"', '],\n"').replaceAll('","', '",\n"')}\n`,
  );

legalForms();
hanTables();
countries();

function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!;
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[index + 1] === '"') {
        field += '"';
        index++;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',') {
      row.push(field);
      field = '';
    } else if (character === '\n') {
      row.push(field.replace(/\r$/, ''));
      rows.push(row);
      row = [];
      field = '';
    } else field += character;
  }
  return rows;
}

function legalForms(): void {
  const groups: readonly (readonly [string, RegExp])[] = [
    [
      'state',
      /unitary enterprise|unitarn|state (owned )?enterprise|government|municipal|public law|offentlig|gosudarstven|statni|staatlich|etablissement public|public establishment|entidad publica|publiek/,
    ],
    [
      'cooperative',
      /co ?op|cooperat|genossenschaft|kooperat|szovetkezet|osuuskunta|andelslag|sadruga|zadruga|spoldzielnia|druzstv|artel/,
    ],
    [
      'foundation',
      /foundation|stiftung|stichting|fundac|fondation|fondazion|fundatie|zaklada|alapitvany|saatio|stiftelse|\btrust\b|nadace|nadacia|sihtasutus|fonds?\b|anstalt|vakif|waqf/,
    ],
    [
      'association',
      /associat|verein|asociac|associac|associazion|zdruzen|udruzen|egyesulet|yhdistys|forening|vereniging|sdruzen|zdruzeni|non ?profit|nonprofit|nekommerch|society|syndicat|club|mutual|union/,
    ],
    [
      'partnership',
      /partnership|kommandit|commandit|nom collectif|offene handels|maatschap|vennootschap onder firma|comandit|collettivo|colectiva|komplem|tovarishchestv|komandit|partnersk|selskab med|betéti|beteti|kozkereseti|civil company|societe civile|sociedad civil|societa semplice|ansvarlig|handelsbolag|avoin yhtio|yritys|ortaklig/,
    ],
    [
      'stock',
      /joint ?stock|share ?capital company|by shares|limited by shares|public (limited )?compan|corporation|aktien|aktie|anonim|anonym|azioni|acciones|accoes|acoes|actions|actiuni|akcyjna|akciov|aktsion|aktsia|akcij|delnisk|dionick|reszvenytars|osakeyht|naamloze|hlutafelag|berhad|perseroan|stock company|kabushiki|gufen|gu fen|chusik|jusik|incorporated|\binc\b|\bcorp\b|deonick|akcinarsk|akcionar/,
    ],
    [
      'limited',
      /limited|limitad|limitat|limitee|limitee|haftung|responsab|besloten|ogranic|ogranichen|omejen|ogranicz|rucenim|obmezhen|begrenset|anpart|osauhing|korlatolt|mjerulur|einkahlut|\bllc\b|\bltd\b|youxian|you xian|yugen|yuhan|godo|private company|raspunder|atbildib|atsakomyb/,
    ],
    [
      'sole',
      /sole|einzel|individu|entreprise individuelle|unipersonal|enkelt|enskild|toiminimi|proprietor|establishment|predprinimat|zasebnik|obrt|eenmans/,
    ],
  ];
  const table = new Map<string, { group: string; countries: Set<string> }>();
  const rows = csvRows(
    readFileSync(join(root, '../shared/data/ownership/gleif/elf-codes-1.4.1.csv'), 'utf8'),
  ).slice(1);
  const tooPlain = new Set(
    'trust fund foundation association society partnership club union branch company cooperative fonds stiftung verein other agency bank church state office school board corporation establishment enterprise institution'.split(
      ' ',
    ),
  );
  for (const row of rows) {
    const [code, , country, , , local, , , latin, abbreviations, latinAbbreviations, , status] = row;
    if (status !== 'ACTV' || code === '8888' || code === '9999' || !local) continue;
    const key = (text: string): string =>
      writtenWords(text.replace(/\(.*?\)/g, ' '))
        .map((word) => word.text)
        .join(' ');
    const full = key(latin || local);
    const group = groups.find(([, pattern]) => pattern.test(full))?.[0] ?? 'other';
    const forms = [local, latin ?? ''];
    const short = [...(abbreviations ?? '').split(/[;/]/), ...(latinAbbreviations ?? '').split(/[;/]/)];
    const add = (form: string): void => {
      const entry = table.get(form) ?? { group, countries: new Set<string>() };
      if (entry.group === 'other') entry.group = group;
      entry.countries.add((country ?? '').toLowerCase());
      table.set(form, entry);
    };
    for (const form of forms) {
      const words = key(form);
      const count = words.split(' ').length;
      // A full name is taken where its family is known: others are descriptions, not forms that names carry.
      if (
        words.length < 4 ||
        count > 7 ||
        group === 'other' ||
        (count === 1 && (tooPlain.has(words) || /^[a-z]{1,5}$/.test(words)))
      )
        continue;
      add(words);
    }
    for (const form of short) {
      const words = glue(form, key);
      if (words.length < 2 || words.length > 40 || tooPlain.has(words)) continue;
      add(words);
    }
  }
  const compact = [...table]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([form, { group, countries }]) =>
        `${form}|${group}|${countries.size > 6 ? '' : [...countries].sort().join(' ')}`,
    );
  out('legal-forms', {
    source:
      'GLEIF Entity Legal Forms code list 1.4.1 (ISO 20275), CC0 1.0; forms folded, families assigned by words of the names. form|group|countries (empty: more than six)',
    // Forms that are words or parts of other forms in too many names.
    except: [
      'de cv',
      'de rl',
      'de rl de cv',
      ...'cv rl other trust fund foundation society union club bank school church office art in or de la el is on to at no na do so st al me un one pro com net den der die das los las per pol vos hol fin ext asia pn'.split(
        ' ',
      ),
    ],
    forms: compact,
  });
  console.log('legal forms', compact.length);
}

/** As names are read: dotted single letters are one word. */
function glue(form: string, key: (text: string) => string): string {
  const words = key(form).split(' ');
  const glued: string[] = [];
  let open = false;
  for (const word of words) {
    if (word.length === 1 && open) glued[glued.length - 1] += word;
    else glued.push(word);
    open = word.length === 1;
  }
  return glued.join(' ');
}

function unihan(file: string, field: string): Map<string, string> {
  const text = execFileSync('bzcat', [`/usr/share/unicode/Unihan_${file}.txt.bz2`], {
    maxBuffer: 1 << 28,
  }).toString();
  const found = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [code, name, value] = line.split('\t');
    if (name === field && code !== undefined && value !== undefined) {
      found.set(String.fromCodePoint(Number.parseInt(code.slice(2), 16)), value);
    }
  }
  return found;
}

function hanTables(): void {
  const source = 'Unihan database 15.0 of the Unicode Character Database, Unicode License v3';
  const simplified = unihan('Variants', 'kSimplifiedVariant');
  const traditional = unihan('Variants', 'kTraditionalVariant');
  const common = new Set([
    ...unihan('OtherMappings', 'kGB0').keys(),
    ...unihan('OtherMappings', 'kBigFive').keys(),
    ...unihan('OtherMappings', 'kHKSCS').keys(),
  ]);
  const pairs: string[] = [];
  for (const [character, value] of simplified) {
    if (character.length > 1) continue;
    const targets = value.split(' ').map((code) => String.fromCodePoint(Number.parseInt(code.slice(2), 16)));
    // A character that is itself used in simplified text (乾, 著) keeps its form where it is one of its own targets.
    if (targets.includes(character)) continue;
    const target = targets.find((one) => common.has(one) && one.length === 1);
    if (target !== undefined && !traditional.get(character)?.includes('x')) pairs.push(character + target);
  }
  out('han-simplified', {
    source: `${source}: kSimplifiedVariant, first common target. Pairs of traditional and simplified`,
    pairs: pairs.sort().join(''),
  });
  const grouped = (
    readings: Map<string, string>,
    pick: (value: string) => string | undefined,
    keep: (character: string) => boolean,
  ): Record<string, string> => {
    const groups = new Map<string, string>();
    for (const [character, value] of readings) {
      if (character.length > 1 || !keep(character)) continue;
      const reading = pick(value);
      if (reading !== undefined) groups.set(reading, (groups.get(reading) ?? '') + character);
    }
    return Object.fromEntries([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  const popular = new Set([
    ...unihan('OtherMappings', 'kGB0').keys(),
    ...unihan('OtherMappings', 'kHKSCS').keys(),
  ]);
  const levelOne = unihan('OtherMappings', 'kBigFive');
  for (const [character, code] of levelOne) if (Number.parseInt(code, 16) <= 0xc67e) popular.add(character);
  out('han-cantonese', {
    source: `${source}: kCantonese (Jyutping without tone), first reading`,
    readings: grouped(
      unihan('Readings', 'kCantonese'),
      (value) => value.split(' ')[0]!.replace(/\d/g, ''),
      (character) => popular.has(character),
    ),
  });
  const korean = new Set([
    ...unihan('OtherMappings', 'kKSC0').keys(),
    ...unihan('OtherMappings', 'kKoreanName').keys(),
  ]);
  out('han-korean', {
    source: `${source}: kHangul, the reading for names where one is marked, else the first`,
    readings: grouped(
      unihan('Readings', 'kHangul'),
      (value) => (value.split(' ').find((one) => one.includes('N')) ?? value.split(' ')[0]!).split(':')[0],
      (character) => korean.has(character),
    ),
  });
  console.log('han pairs', pairs.length);
}

function countries(): void {
  const languages = [
    'en',
    'fr',
    'de',
    'es',
    'pt',
    'it',
    'tr',
    'ru',
    'uk',
    'be',
    'ar',
    'fa',
    'zh-Hans',
    'ja',
    'ko',
  ];
  const codes: string[] = [];
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  for (let a = 65; a <= 90; a++) {
    for (let b = 65; b <= 90; b++) {
      const code = String.fromCharCode(a, b);
      const name = english.of(code);
      if (
        name !== undefined &&
        ![
          'EU',
          'EZ',
          'UN',
          'XA',
          'XB',
          'ZZ',
          'QO',
          'AC',
          'CP',
          'DG',
          'EA',
          'IC',
          'TA',
          'CQ',
          'AN',
          'BU',
          'CS',
          'DD',
          'DY',
          'FX',
          'HV',
          'NH',
          'NT',
          'RH',
          'SU',
          'TP',
          'UK',
          'VD',
          'YD',
          'YU',
          'ZR',
          'QU',
        ].includes(code)
      )
        codes.push(code);
    }
  }
  const rows = codes.map((code) => {
    const names = new Set<string>();
    for (const language of languages) {
      const name = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(code);
      if (name === undefined) continue;
      const words = writtenWords(name.replace(/\(.*?\)|（.*?）/g, ' ')).map((word) => word.text);
      if (words.length <= 3) names.add(words.join(' '));
    }
    return `${code.toLowerCase()}|${[...names].join('|')}`;
  });
  out('countries', {
    source:
      'Unicode CLDR region names as carried by Node (Unicode License v3): ISO 3166-1 code, then folded names in fifteen languages',
    rows,
  });
  console.log('countries', rows.length);
}

pinyin();

pinyinWords();

/** Trade words and places of Chinese company names by their pinyin, for names that are written in pinyin throughout. */
function pinyinWords(): void {
  const read = (text: string): string =>
    syllablesOf(text, { toneType: 'none', type: 'array' })
      .map((one) => one.replaceAll('ü', 'u'))
      .join(' ');
  const tables = join(root, 'src/text/tables');
  const { words } = JSON.parse(readFileSync(join(tables, 'han-words.json'), 'utf8')) as { words: string[] };
  const { china } = JSON.parse(readFileSync(join(tables, 'places.json'), 'utf8')) as { china: string[] };
  const seen = new Set<string>();
  const wordRows: string[] = [];
  for (const line of words) {
    const [hanzi, ...meaning] = line.split(' ');
    const sound = read(hanzi!);
    // A single syllable is too little to know a word by.
    if (sound.includes(' ') && !seen.has(sound)) wordRows.push(`${sound}|${meaning.join(' ')}`);
    seen.add(sound);
  }
  const placeRows: string[] = [];
  for (const line of china) {
    const [latin, hanzi] = line.split(' | ');
    for (const form of (hanzi ?? '').split(' ')) {
      const sound = read(form);
      if (sound.includes(' ') && !placeRows.some((row) => row.startsWith(`${sound}|`)))
        placeRows.push(`${sound}|${latin!.split(' ')[0]}`);
    }
  }
  out('pinyin-words', {
    source: 'han-words.json and places.json of this folder, read by pinyin-pro (MIT)',
    words: wordRows,
    places: placeRows,
  });
}

function pinyin(): void {
  const syllables = new Set<string>();
  for (const value of unihan('Readings', 'kMandarin').values()) {
    for (const reading of value.split(' ')) {
      const bare = reading.normalize('NFD').replace(/\p{M}/gu, '');
      if (/[aeiou]/.test(bare)) syllables.add(bare);
    }
  }
  out('pinyin-syllables', {
    source: 'Unihan database 15.0, Unicode License v3: kMandarin without tones',
    syllables: [...syllables].sort().join(' '),
  });
  console.log('pinyin syllables', syllables.size);
}
