import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mutations } from './accuracy/mutations.ts';
import { SeededRandom } from './accuracy/seeded-random.ts';
import { compareParties } from './compare.ts';
import { type MatchKind, matchKinds } from './kind.ts';
import { listedParties } from './listed-parties.fixture.ts';
import { NameMatcher } from './matcher.ts';

const matcher = NameMatcher.of(listedParties);
const found = (name: string, kind?: MatchKind): string[] =>
  matcher.search(kind ? { names: [name], kind } : name).map(({ id }) => id);

describe('a true name, however written', () => {
  it.each<[string, string, MatchKind, string]>([
    ['a name as listed', 'ZHENG, Yanxiong', 'person', 'zheng'],
    ['words in another order', 'Yanxiong Zheng', 'person', 'zheng'],
    ['characters for a pinyin name', '郑雁雄', 'person', 'zheng'],
    ['a listed alias in characters', '海康威视', 'company', 'hikvision'],
    ['the first half of a name in characters', '海康', 'company', 'hikvision'],
    ['digits read for letters', 'INVERSIONE5 EPOCA', 'company', 'epoca'],
    [
      'a legal form cut in the middle',
      'GAZPROM TRANSGAZ KRASNODAR LIMITED LIABILITY COM',
      'company',
      'transgaz',
    ],
    ['Wade-Giles by its hyphen', 'Cheng Yen-hsiung', 'person', 'zheng'],
    ['a name split and shortened', 'Hik-Vision Digital Tech', 'company', 'hikvision'],
    [
      'the full legal name in capitals',
      'HANGZHOU HIKVISION DIGITAL TECHNOLOGY CO LTD',
      'company',
      'hikvision',
    ],
    ['pinyin of listed characters', 'TianDi WeiYe', 'company', 'tiandy'],
    ['a number in words', 'Joint Stock Company one hundred fifty Aircraft Repair Plant', 'company', 'arp150'],
    ['another legal form of the same kind', 'AO SOVFRACHT', 'company', 'sovfracht'],
    ['a legal form left out', 'GAZPROM TRANSGAZ KRASNODAR', 'company', 'transgaz'],
    [
      'a name cut off in its legal form by a field',
      'OTKRYTOE AKTSIONERNOE OBSHCHESTVO T',
      'company',
      'tekhnologii',
    ],
    ['slips in ordinary words', 'Parchin Chemcial Industires', 'company', 'pcf'],
    ['an acronym that is listed', 'PCF', 'company', 'pcf'],
    ['a German romanisation', 'Aleksandr Sergeewitsch Prokopew', 'person', 'prokopyev'],
    ['Cyrillic', 'Денис Владимирович КОРОВИН', 'person', 'korovin'],
    ['a patronymic left out', 'Denis Korovin', 'person', 'korovin'],
    ['a second surname left out', 'Nicolás Maduro', 'person', 'maduro'],
    ['two slips', 'Qurne Salih Qurne Al Qadhafi', 'person', 'qadhafi'],
    ['an initial', 'S. Ammari', 'person', 'ammari'],
    ['a short form', 'Misha Lukyanov', 'person', 'lukyanov'],
    ['marks on letters', 'David Nicolas Rubio González', 'person', 'rubio'],
    ['look-alike letters', 'Yо Jоng Kim', 'person', 'kim'],
    ['words run together', 'DavidNicolas Rubio Gonzalez', 'person', 'rubio'],
    ['a word split', 'Omar Ibrahim Ghala wanji', 'person', 'ghalawanji'],
    ['several spellings in one field', 'Qasem Sulaymani; Kasim Soleimani', 'person', 'soleimani'],
    ['a payment line', 'ORD CUST DENIS VLADIMIROVICH KOROVIN ACC 4751647516', 'person', 'korovin'],
    [
      'a company in a payment line',
      'INVOICE 25411 INVERSIONES EPOCA S.A. VIA CORRESPONDENT BANK',
      'company',
      'epoca',
    ],
    ['a ship with its prefix', 'M/V Sparta', 'vessel', 'sparta'],
    ['a ship with a slip', 'LADY LWILA', 'vessel', 'leila'],
  ])('is found: %s', (_what, name, kind, id) => {
    expect(found(name, kind)).toContain(id);
  });
});

describe('a name of somebody else', () => {
  it.each<[string, string, MatchKind]>([
    ['the same trade in another town under the same brand', 'Shanghai Dahua Scale Factory', 'company'],
    ['another brand with the same ordinary words', 'Larkspur Digital Technology Co., Ltd.', 'company'],
    ['a short word near a brand', 'Hytex Carpets', 'company'],
    ['ordinary words only', 'International Trading Company LLC', 'company'],
    ['another number', 'Joint Stock Company 151 Aircraft Repair Plant', 'company'],
    ['a bank that only is a bank', 'Commercial Bank', 'company'],
    ['the number alone', '150', 'company'],
    ['a sibling', 'Tariq Shahlai', 'person'],
    ['the same given names with another surname', 'Denis Vladimirovich Moore', 'person'],
    ['another syllable', 'Lin Hui', 'person'],
    ['one common given name', 'Roman', 'person'],
    ['a feminine near-namesake', 'Nicole Madura', 'person'],
    ['a common name of other people', 'James Smith', 'person'],
    ['a ship with a word more', 'INNOVATOR PRIDE', 'vessel'],
    ['a ship with another number', 'FU YUAN YU 7626', 'vessel'],
  ])('does not alert: %s', (_what, name, kind) => {
    expect(found(name, kind)).toEqual([]);
  });
});

describe('names that are no names', () => {
  const odd = [
    '',
    ' ',
    'a',
    '.',
    '😀😀😀',
    '\u202eגנש\u202c Ltd',
    '\u0000\u0001\u0007',
    '\ud800 \udc00\ud800',
    'x'.repeat(10_000),
    'ab '.repeat(5_000),
    '王'.repeat(10_000),
    '1'.repeat(300),
    '\u0301'.repeat(500),
    'ﷺ',
  ];
  it.each(odd.map((text) => [JSON.stringify(text).slice(0, 40), text]))(
    '%s neither crashes nor matches',
    (_shown, text) => {
      for (const kind of [...matchKinds, undefined])
        expect(kind ? found(text, kind) : found(text)).toEqual([]);
    },
  );

  it('takes any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const match of matcher.search(text)) expect(match.score).toBeGreaterThanOrEqual(0.7);
      }),
      { numRuns: 200 },
    );
  });
});

describe('retrieval', () => {
  const varied = fc
    .tuple(fc.nat(listedParties.length - 1), fc.nat(mutations.length - 1), fc.integer({ min: 1, max: 1e9 }))
    .map(([party, mutation, seed]) => {
      const { names, kind } = listedParties[party]!;
      const random = new SeededRandom(seed);
      const name = random.pick(names).text;
      return { kind, text: mutations[mutation]!.apply(name, kind, random) ?? name };
    });
  const scores = (hits: readonly { partyId: string; score: number; nameText: string }[]): string[] =>
    hits.map(({ partyId, score, nameText }) => `${partyId} ${score} ${nameText}`);

  it.each([0.5, 0.7, 0.9])('finds at %d exactly what scoring every name finds', (threshold) => {
    fc.assert(
      fc.property(varied, ({ kind, text }) => {
        expect(scores(matcher.hits(text, kind, threshold))).toEqual(
          scores(matcher.hitsOfAll(text, kind, threshold)),
        );
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  it('does not depend on the order of the parties', () => {
    const turned = NameMatcher.of([...listedParties].reverse());
    fc.assert(
      fc.property(varied, ({ kind, text }) => {
        expect(scores(turned.hits(text, kind, 0.5))).toEqual(scores(matcher.hits(text, kind, 0.5)));
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  it('gives the same from an index that was written, read and shared', () => {
    const bytes = NameMatcher.index(listedParties);
    const shared = new SharedArrayBuffer(bytes.length);
    new Uint8Array(shared).set(bytes);
    const opened = NameMatcher.open(shared);
    for (const name of ['Hik-Vision Digital Tech', '海康威视', 'Denis Korovin', 'LADY LWILA']) {
      expect(opened.search(name)).toEqual(matcher.search(name));
    }
  });

  it('never raises a score for a word that the list does not have', () => {
    fc.assert(
      fc.property(fc.nat(listedParties.length - 1), fc.constantFrom('Zyxwovut', 'Qwalpzan'), (at, word) => {
        const { id, kind, names } = listedParties[at]!;
        const text = names[0]!.text;
        const score = (query: string): number =>
          matcher.hits(query, kind, 0.3).find(({ partyId }) => partyId === id)?.score ?? 0;
        expect(score(`${text} ${word}`)).toBeLessThanOrEqual(score(text));
      }),
    );
  });
});

describe('what a match says', () => {
  it('names the alias that matched, what is alike and what speaks against it', () => {
    const [match] = matcher.search({ names: ['Nicolás Maduro'], kind: 'person' });
    expect(match!.matched).toEqual({
      query: 'Nicolás Maduro',
      name: 'MADURO MOROS, Nicolas',
      kind: 'primary',
    });
    expect(match!.explanation).toBe(
      '“Nicolás Maduro” matches the listed name “MADURO MOROS, Nicolas”: same “Nicolás” and “Maduro”; against it: the query does not have “MOROS”.',
    );
  });

  it('is stronger with the birth date, weaker with another one', () => {
    const strength = (birthDates: readonly string[]): number =>
      matcher.search({ names: ['Nicolas Maduro Moros'], kind: 'person', birthDates })[0]!.strength;
    expect(strength(['1962-11-23'])).toBeGreaterThan(strength(['1962']));
    expect(strength(['1962'])).toBeGreaterThan(strength([]));
    expect(strength(['1985-02-02'])).toBeLessThan(strength([]));
  });

  it('does not depend on the order of the evidence', () => {
    const search = (countries: readonly string[], birthDates: readonly string[]) =>
      matcher.search({ names: ['Nicolas Maduro'], kind: 'person', countries, birthDates });
    expect(search(['ve', 'us'], ['1962', '1970'])).toEqual(search(['us', 've'], ['1970', '1962']));
  });

  it('scores a weak alias no higher than its cap', () => {
    const weak = NameMatcher.of([
      { id: 'w', kind: 'company', names: [{ text: 'BLUE LANTERN', kind: 'weak alias' }] },
    ]);
    expect(weak.search('Blue Lantern')[0]!.score).toBe(0.85);
  });
});

describe('an identifier', () => {
  const ships = NameMatcher.of([
    {
      id: 'old',
      kind: 'vessel',
      names: [{ text: 'SPARTA II', kind: 'primary' }],
      identifiers: [{ kind: 'IMO', value: 'IMO 9160994' }],
    },
  ]);

  it('finds a party whose name has nothing in common with the query', () => {
    const [match] = ships.search({
      names: ['Golden Dawn'],
      kind: 'vessel',
      identifiers: [{ kind: 'IMO', value: '9160994' }],
    });
    expect(match?.id).toBe('old');
    expect(match?.similarity).toBe(0);
    expect(match?.explanation).toContain('has an identifier of “SPARTA II”');
  });

  it('that differs, where a party has only one, speaks against the same name', () => {
    const [same] = ships.search({ names: ['Sparta II'], kind: 'vessel' });
    const [other] = ships.search(
      { names: ['Sparta II'], kind: 'vessel', identifiers: [{ kind: 'IMO', value: '9074729' }] },
      { threshold: 0.3 },
    );
    expect(other!.score).toBeLessThan(same!.score);
  });
});

describe('comparing two parties', () => {
  it('is the same both ways', () => {
    const pairs = listedParties.map(({ names }, at) => [
      names[0]!.text,
      listedParties[(at * 7 + 3) % listedParties.length]!.names[0]!.text,
    ]);
    for (const [left, right] of [...pairs, ['Nicolas Maduro', 'MADURO MOROS, Nicolas']] as [
      string,
      string,
    ][]) {
      const there = compareParties({ names: [left] }, { names: [right] }, 'any').score;
      expect(compareParties({ names: [right] }, { names: [left] }, 'any').score).toBe(there);
    }
  });

  it.each([
    ['Nicolas Maduro', 'MADURO MOROS, Nicolas'],
    ['MADURO MOROS, Nicolas', 'Nicolas Maduro'],
  ])('says which of the two has what the other lacks: %s, %s', (left, right) => {
    const { explanation, pieces } = compareParties({ names: [left] }, { names: [right] }, 'person');
    const isFirst = left.includes('MOROS');
    expect(explanation).toContain(`the ${isFirst ? 'second' : 'first'} does not have “MOROS”`);
    expect(explanation).not.toContain('list');
    expect(pieces.find(({ code }) => code.startsWith('only'))?.code).toBe(
      isFirst ? 'only in query' : 'only in list',
    );
  });

  it('does not say that no word is alike where a common one is', () => {
    const { score, explanation } = compareParties(
      { names: ['Anna Frey'] },
      { names: ['Anna Brandt'] },
      'person',
    );
    expect(score).toBeLessThan(0.1);
    expect(explanation).toBe('The names have too little in common.');
  });

  it('lets a shared identifier decide', () => {
    const identifiers = [{ kind: 'LEI' as const, value: '529900T8BM49AURSDO55' }];
    const compared = compareParties(
      { names: ['Alpha Trading'], identifiers },
      { names: ['Omega Shipping'], identifiers },
      'company',
    );
    expect(compared.match).toBe(true);
    expect(compared.similarity).toBeLessThan(0.5);
  });

  it('counts another birth year against the same name', () => {
    const named = (birthDates: string[]) => ({ names: ['Ivan Petrov'], birthDates });
    const same = compareParties(named(['1970-01-05']), named(['1970-01-05']), 'person');
    const other = compareParties(named(['1970-01-05']), named(['1991-03-12']), 'person');
    expect(same.match).toBe(true);
    expect(other.score).toBeLessThan(same.score);
    expect(other.strength).toBeLessThan(same.strength);
  });
});
