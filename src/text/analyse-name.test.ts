import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeWithShared, sharedData } from '../../test/shared-data.ts';
import { analyseName, mostReadings, type Token } from './index.ts';

const words = (tokens: readonly Token[]): string => tokens.map((one) => one.text).join(' ');
const classes = (text: string, kind: 'person' | 'company' | 'vessel' | 'any'): string =>
  analyseName(text, kind, 'query')
    .tokens.map((one) => `${one.text}/${one.class}`)
    .join(' ');
const allReadings = (text: string, kind: 'person' | 'company'): string[] => {
  const analysis = analyseName(text, kind, 'query');
  return [words(analysis.tokens), ...analysis.readings.map(words)];
};

describe('analyseName of persons', () => {
  test.each([
    ['KIM, Yo Jong', 'kim/surname yo/given jong/given'],
    ['Mohammad Walid GHAZAL', 'mohammad/given walid/given ghazal/surname'],
    ['Oleg Leonidovich Khorokhordin', 'oleg/given leonidovich/patronymic khorokhordin/surname'],
    ['Ivanov Ivan Ivanovich', 'ivanov/surname ivan/given ivanovich/patronymic'],
    ['H.E. Ruben Kirakosyan', 'h/honorific e/honorific ruben/given kirakosyan/surname'],
    ['Dr. Safwan AL ASSAF', 'dr/honorific safwan/given al/particle assaf/surname'],
    ['King, Martin', 'king/surname martin/given'],
    ['Antonovskii, R. Y.', 'antonovskii/surname r/initial y/initial'],
    ['O, Yong Ho', 'o/surname yong/given ho/given'],
    ['Gang Moon Kil', 'gang/surname moon/given kil/given'],
    ['Tung Chee-hwa', 'tung/surname chee/given hwa/given'],
    ['Lam Cheng Yuet-ngor', 'lam/surname cheng/given yuet/given ngor/given'],
    ['LuisEduardoParraRivero', 'luis/given eduardo/given parra/given rivero/surname'],
    ['Anato1y Karpov', 'anatoly/given karpov/surname'],
  ])('tells the parts of %s', (text, expected) => {
    // O.C.R. digits become letters before the parts are told.
    expect(classes(text, 'person')).toBe(expected);
  });

  test.each([
    ['Sayf Abdulrab Salem', 'sayf abd rab salem'],
    ['Abd al-Sattar', 'abd al sattar'],
    ['Abdel Sattar', 'abd sattar'],
    ['Abdallah', 'abdullah'],
  ])('takes the Arabic join in %s apart', (text, expected) => {
    expect(words(analyseName(text, 'person', 'query').tokens)).toBe(expected);
  });

  test('puts the spellings of one Arabic name in one group and short forms beside full ones', () => {
    const group = (text: string): string | undefined => analyseName(text, 'person', 'query').tokens[0]?.group;
    expect(group('Mohamed Salem')).toBe(group('Muhammad Salem'));
    expect(group('Osman Salem')).toBe(group('Uthman Salem'));
    expect(group('Mikhail Lukyanov')).toBe(group('Michael Lukyanov'));
    const misha = analyseName('Misha Lukyanov', 'person', 'query').tokens[0];
    expect(misha?.shortFor).toContain(group('Mikhail Lukyanov'));
  });

  // Names as the OFAC, EU and UN lists write them, beside the writing in the bearer's own script.
  test.each([
    ['김여정', 'kim yo jong'],
    ['정경택', 'jong kyong thaek'],
    ['武维华', 'wu weihua'],
    ['武維華', 'wu weihua'],
    ['林鄭月娥', 'lam cheng yuet ngo'],
    ['Chi Ping-hsüan', 'ji bingxuan'],
    ['Sun Chin-lung', 'sun jinlong'],
    ['Олег Юрьевич БАРАНОВ', 'oleg yuryevich baranov'],
    ['Володимир Зеленський', 'volodymyr zelensky'],
    ['محمد برزان إبراهيم حسن التكريتي', 'muhammad barzan ibrahim hassan tikriti'],
    ['عبدالسلام فجر محمود', 'abd salam fajr mahmud'],
    ['Κυριάκος Μητσοτάκης', 'kyriakos mitsotakis'],
    ['ბიძინა ივანიშვილი', 'bidzina ivanishvili'],
    ['Սերժ Սարգսյան', 'serzh sargsyan'],
    ['မင်းအောင်လှိုင်', 'min aung hlaing'],
    ['नरेन्द्र मोदी', 'narendra modi'],
    ['בנימין נתניהו', 'benjamin netanyahu'],
  ])('reads %s as %s among its readings', (text, expected) => {
    expect(allReadings(text, 'person')).toContain(expected);
  });

  test.each([
    ['Oh Yeong-ho', 'O, Yong Ho'],
    ['Gang Moon Kil', 'KANG, Mun-kil'],
    ['Cheon Chi Bu', 'CHON Chi Bu'],
    ['Ryang Tae-cheol', 'RYANG, Tae Chol'],
    ['Park Kwang-hoon', 'PAK, Kwang Hun'],
  ])('gives %s and %s one Korean reading', (left, right) => {
    const korean = (text: string): string[] => {
      const { readings, readingKinds } = analyseName(text, 'person', 'query');
      return readings.flatMap((reading, index) => (readingKinds[index] === 'korean' ? [words(reading)] : []));
    };
    expect(korean(left).filter((reading) => korean(right).includes(reading))).not.toEqual([]);
  });
});

describe('analyseName of companies', () => {
  test.each([
    ['Avant Space LLC', 'avant/distinctive space/industry llc/legal form'],
    ['S.A.R.L. Transmed', 'sarl/legal form transmed/distinctive'],
    ['COMERCIAL JOANA, 5.A. DE C.V.', 'comercial/industry joana/distinctive sa de cv/legal form'],
    ['JSCARGUMENT', 'jsc/legal form argument/distinctive'],
    [
      'Joint Stock Company 150 Aircraft Repair Plant',
      'joint stock company/legal form 150/number aircraft/industry repair/industry plant/industry',
    ],
    ['IK-six penal colony', 'ik/distinctive 6/number penal/industry colony/industry'],
    ['ООО Мегион', 'ooo/legal form megion/distinctive'],
    ['株式会社東芝', '株式会社/legal form 东芝/distinctive'],
  ])('tells the parts of %s', (text, expected) => {
    expect(classes(text, 'company')).toBe(expected);
  });

  test('reads each name of a text with a stroke between two names', () => {
    const readings = allReadings('Игорь Викторович МАТРУС / Iгор Вiкторович МАТРУС', 'person');
    expect(readings).toContain('igor viktorovich matrus');
    expect(readings).toContain('ihor viktorovych matrus');
    expect(allReadings('KRUPP A/S', 'company')).toEqual(['krupp as']);
  });

  test('gives abbreviations the group of the word', () => {
    const group = (text: string): string | undefined =>
      analyseName(text, 'company', 'query').tokens[0]?.group?.split(' ')[0]?.replace('short:', 'word:');
    for (const [short, long] of [
      ['TECH', 'Technologies'],
      ['INTL', 'International'],
      ['MFG', 'Manufacturing'],
      ['GRP', 'Group'],
      ['SRVCES', 'Services'],
      ['Zavod', 'Plant'],
    ] as const) {
      expect(group(`${short} Orion`)?.split(' '), short).toContain(group(`${long} Orion`));
    }
  });

  test.each([
    ['Weltraumforschungsinstitut', 'aerospace research institute'],
    ['Bundesverteidigungsministerium', 'federal defence ministry'],
    ['Khimzavod', 'chemical plant'],
    ['Nordgold', 'nordgold'],
    ["Banque d'Etat", 'banque etat'],
    ["D'Agostino", 'dagostino'],
    ['Zavod imeni Kalinina', 'zavod imeni kalinin'],
    ['Завод им. Калинина', 'zavod im kalinin'],
  ])('takes ordinary words that are written as one apart and leaves names: %s', (text, expected) => {
    expect(words(analyseName(text, 'company', 'query').tokens)).toBe(expected);
  });

  test.each([
    ['杭州海康威视数字技术股份有限公司', 'hangzhou haikang weishi digital technology co ltd'],
    ['乌鲁木齐海视新安电子技术有限公司', 'wu lu mu qi hai shi xin an dian zi ji shu co ltd'],
    ['Scientific and Production Association SPLAV', 'npo splav'],
    ['Yangguang Dianzi Keji Co., Ltd.', 'yang guang dian zi ke ji co ltd'],
    ['조선무역은행', 'korea trading bank'],
    ['제3공업연구소', '3 industry institute'],
    ['함흥기술국', 'hamhung technology bureau'],
    ['中国船舶工业第七研究院701所', 'china shipbuilding industry 7 academy 701 institute'],
    ['天津理工大学', 'tianjin university science technology'],
    ['وزارة الصناعات والكهرباء', 'ministry industries electricity'],
    ['شركة الفرات للتجارة ش.م.م', 'company al farat trading shmm'],
  ])('reads %s as %s among its readings', (text, expected) => {
    expect(allReadings(text, 'company')).toContain(expected);
  });

  test('keeps both forms of Chinese characters one', () => {
    expect(words(analyseName('沃融電子', 'company', 'query').tokens)).toBe(
      words(analyseName('沃融电子', 'company', 'query').tokens),
    );
  });
});

describe('analyseName of vessels', () => {
  test.each(['M/V Fu Yuan Yu 7625', 'MT Fu Yuan Yu 7625', 'VSL Fu Yuan Yu 7625', 'M.V. FU YUAN YU 7625'])(
    'sets the prefix of %s apart',
    (text) => {
      const tokens = analyseName(text, 'vessel', 'query').tokens;
      expect(tokens[0]?.class).toBe('vessel word');
      expect(words(tokens.slice(1))).toBe('fu yuan yu 7625');
    },
  );
});

describe('analyseName of a name of unknown kind', () => {
  test.each([
    ['Gazprom Transgaz OOO', 'company'],
    ['海康威视数字技术', 'company'],
    ['武维华', 'person'],
    ['Olga Petrova', 'person'],
  ])('takes %s for a %s', (text, kind) => {
    expect(analyseName(text, 'any', 'query').kind).toBe(kind);
  });
});

describe('analyseName of anything at all', () => {
  const hostile = [
    '',
    ' ',
    'a',
    '😀😀',
    '\ud800',
    'x\udfffy',
    '\u202e\u200b\u0000',
    'a'.repeat(10_000),
    '海'.repeat(10_000),
    'а a '.repeat(5_000),
    'שלום abc مرحبا',
    "'''",
    '((((',
    '１２３',
    '㈱',
    'ﷺ',
    'Z̸̢̛a̶̧͝l̵̨͘g̷̢͝o̴̧͞',
  ];
  test.each(hostile.map((text, index) => [index, text] as const))('survives hostile text %i', (_, text) => {
    for (const kind of ['person', 'company', 'vessel', 'aircraft', 'any'] as const) {
      const analysis = analyseName(text, kind, 'query');
      expect(analysis.readings.length).toBeLessThanOrEqual(mostReadings);
      expect(analysis.tokens.length).toBeLessThanOrEqual(400);
    }
  });

  test('gives no tokens for text without letters or digits', () => {
    for (const text of ['', '😀', '\u200b', '---', '\ud800']) {
      expect(analyseName(text, 'any', 'query').tokens).toEqual([]);
    }
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string(),
    fc
      .array(
        fc.constantFrom(
          'Al',
          'abd',
          'ООО',
          '有限公司',
          '海',
          '김',
          'م',
          'S.',
          'A.',
          ',',
          '(',
          "'",
          '-',
          'II',
          'six',
          '\ud800',
          '\u200d',
          'é',
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join(' ')),
  );
  test('never throws, stays inside the text, fills every token and says the same twice', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom('person', 'company', 'vessel', 'aircraft', 'any'),
        (text, kind) => {
          const analysis = analyseName(text, kind, 'query');
          for (const sequence of [analysis.tokens, ...analysis.readings]) {
            for (const one of sequence) {
              expect(one.text).not.toBe('');
              expect(one.start).toBeGreaterThanOrEqual(0);
              expect(one.end).toBeLessThanOrEqual(text.length);
              expect(one.start).toBeLessThan(one.end);
            }
          }
          expect(analysis.readings.length).toBe(analysis.readingKinds.length);
          expect(analyseName(text, kind, 'query')).toEqual(analysis);
        },
      ),
      { numRuns: 600 },
    );
  });
});

describeWithShared('analyseName on listed names', () => {
  test('finds something to compare in every name that has a letter or digit', () => {
    const lines = readFileSync(sharedData('names/dev-entities.jsonl'), 'utf8').split('\n').filter(Boolean);
    const empty: string[] = [];
    for (const line of lines) {
      const entity = JSON.parse(line) as {
        type: 'person' | 'company' | 'vessel';
        name: string;
        aliases: string[];
      };
      for (const name of [entity.name, ...entity.aliases]) {
        const { tokens } = analyseName(name, entity.type, 'listed');
        if (tokens.length === 0 && /[\p{L}\p{N}]/u.test(name)) empty.push(name);
      }
    }
    expect(empty).toEqual([]);
  });
});
