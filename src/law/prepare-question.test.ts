import { describe, expect, it } from 'vitest';
import { activities, Fault, roles } from '../model/index.ts';
import { itemKindOf } from './item-kind.ts';
import { prepareQuestion, type QuestionInput } from './prepare-question.ts';

const base = { on: '2022-06-01', activity: 'buy' };

function factsOf(input: Partial<QuestionInput>): Record<string, string> {
  return Object.fromEntries(prepareQuestion({ ...base, ...input }).facts.values);
}

function faultOf(input: QuestionInput): Fault {
  try {
    prepareQuestion(input);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('no fault');
}

describe('words', () => {
  it.each([
    ['purchase', 'buy'],
    ['buy cameras', 'buy'],
    ['Procure', 'buy'],
    ['purchase of 40 dome cameras', 'buy'],
    ['buy shares', 'buy securities'],
    ['sell 500 shares', 'sell securities'],
    ['re-export', 'reexport'],
    ['transfer (in-country)', 'transfer in-country'],
    ['renew contract', 'contract'],
    ['seek equipment authorization', 'seek equipment authorisation'],
    ['in_country_transfer', 'transfer in-country'],
    ['make payment', 'pay'],
    ['keep using', 'use'],
  ])('reads the activity "%s" as %s', (text, word) => {
    expect(prepareQuestion({ ...base, activity: text }).activity.word).toBe(word);
  });

  it.each([
    ['US person', 'us-person'],
    ['federal-agency', 'federal agency'],
    ['Contractors', 'federal contractor'],
    ['grantee', 'grant recipient'],
    ['broker-dealer', 'bank'],
    ['school district', 'state or local body'],
  ])('reads the role "%s" as %s', (text, word) => {
    expect(prepareQuestion({ ...base, actor: { roles: [text] } }).roles).toContain(word);
  });

  it('takes a sale by an exporter as an export', () => {
    expect(prepareQuestion({ ...base, activity: 'sell', actor: 'exporter' }).activity.word).toBe('export');
  });

  it('suggests the nearest words for one that is not known', () => {
    expect(faultOf({ ...base, activity: 'exprot' }).toString()).toContain('Did you mean "export"');
    expect(faultOf({ ...base, actor: { roles: ['federal agncy'] } }).code).toBe('AS_UNKNOWN_WORD');
    expect(faultOf({ ...base, actor: { roles: ['federal agncy'] } }).remedy).toContain('"federal agency"');
  });

  it('has every word and synonym stand for one thing only', () => {
    for (const vocabulary of [roles, activities]) {
      for (const word of vocabulary.words) {
        for (const synonym of word.synonyms) expect(vocabulary.find(synonym)?.word, synonym).toBe(word.word);
      }
    }
  });
});

describe('the actor', () => {
  it('is in the United States where nothing else is stated', () => {
    expect([...prepareQuestion(base).jurisdictions]).toEqual(['us']);
    expect([...prepareQuestion({ ...base, actor: 'uk person' }).jurisdictions]).toEqual(['gb']);
    expect(prepareQuestion({ ...base, actor: 'non-us person' }).jurisdictions.has('us')).toBe(false);
  });

  it('is in the European Union with every member state', () => {
    expect(prepareQuestion({ ...base, actor: { jurisdiction: 'Germany' } }).jurisdictions).toContain('eu');
  });

  it('cannot be a US person and a non-US person', () => {
    expect(faultOf({ ...base, actor: { roles: ['us-person', 'foreign person'] } }).code).toBe(
      'AS_CONTRADICTION',
    );
  });
});

describe('a place', () => {
  const jurisdictionsOf = (jurisdiction: string) => [
    ...prepareQuestion({ ...base, actor: { jurisdiction } }).jurisdictions,
  ];

  it.each([
    ['fr', ['fr', 'eu']],
    ['Korea, North', ['kp']],
    ['ma', ['ma']],
    ['Morocco', ['ma']],
  ])('is read by code or name: %s', (text, codes) => {
    expect(jurisdictionsOf(text)).toEqual(codes);
  });

  it('that no country has is an error for an actor, and named for goods', () => {
    expect(faultOf({ ...base, actor: { jurisdiction: 'zz' } }).code).toBe('AS_UNKNOWN_WORD');
    const { origin, facts } = prepareQuestion({ ...base, item: { origin: 'zz' } });
    expect([origin, facts.notices]).toEqual([
      undefined,
      ['The origin "zz" was not understood and not used.'],
    ]);
  });
});

describe('an export control number', () => {
  it.each(['EAR99', 'ear 99', '5A992', '1A004.c', '3A001.a.5', 'not subject to the EAR', 'unknown'])(
    'is taken as it is: %s',
    (eccn) => {
      const prepared = prepareQuestion({ ...base, item: { eccn } });
      expect([prepared.eccn, prepared.facts.notices]).toEqual([eccn, []]);
    },
  );

  it.each(['99999', 'camera', '8525.89'])('is not made of “%s”, which is named', (eccn) => {
    const prepared = prepareQuestion({ ...base, item: { eccn } });
    expect(prepared.eccn).toBeUndefined();
    expect(prepared.facts.notices.join(' ')).toContain(`"${eccn}"`);
  });
});

describe('facts', () => {
  it('are read by any of their names and values', () => {
    expect(factsOf({ facts: { 'end use': 'policing' } })).toMatchObject({ purpose: 'public safety' });
    expect(factsOf({ facts: { previously_authorized: false } })).toMatchObject({ 'authorised before': 'no' });
    expect(factsOf({ facts: { 'de minimis': '24.5 %' } })).toMatchObject({ 'us content': '24.5' });
    expect(factsOf({ facts: { 'made in': 'Vietnam' } })).toMatchObject({ 'country of production': 'vn' });
    expect(factsOf({ facts: { 'wind-down': true } })).toMatchObject({ purpose: 'wind-down' });
    expect(factsOf({ item: { description: 'previously authorised camera' } })).toMatchObject({
      'authorised before': 'yes',
    });
    expect(factsOf({ item: { description: 'camera not authorised by the FCC' } })).toMatchObject({
      'authorised before': 'no',
    });
    expect(factsOf({ item: { origin: 'Xinjiang' } })).toMatchObject({ 'xinjiang content': 'yes' });
    expect(factsOf({ activity: 'spend grant funds' })).toMatchObject({ funding: 'federal grant' });
  });

  it('let a place speak for a purpose only where none is stated', () => {
    expect(factsOf({ facts: { place: 'courthouse' } })).toMatchObject({
      purpose: 'security of government facilities',
    });
    expect(factsOf({ facts: { place: 'courthouse', purpose: 'home use' } })).toMatchObject({
      purpose: 'private household',
    });
  });

  it('that are no fields of a question become notices: another day may have been meant', () => {
    const { facts } = prepareQuestion({
      on: '2026-06-01',
      activity: 'buy',
      date: '2020-01-01',
      actor: { roles: 'fund', jurisdictoin: 'uk' },
      item: { description: 'camera', brand: 'Hikvision', colour: 'white' },
      counterparty: 'hikvision',
    } as QuestionInput);
    expect(facts.notices).toEqual([
      'The field "date" of the question is not known and was not used.',
      'The field "actor.jurisdictoin" of the question is not known and was not used.',
      'The field "item.colour" of the question is not known and was not used.',
    ]);
  });

  it('that every object of the language has are not known either', () => {
    const { facts } = prepareQuestion({ ...base, facts: { constructor: 'yes' } });
    expect(facts.notices[0]).toContain('"constructor" is not known');
  });

  it('outside the vocabulary become notices and are not used', () => {
    const { facts } = prepareQuestion({ ...base, facts: { colour: 'red', purpos: 'policing' } });
    expect([...facts.values]).toEqual([]);
    expect(facts.notices[0]).toContain('"colour" is not known');
    expect(facts.notices[1]).toContain('Did you mean "purpose"');
  });

  it('that contradict each other are kept as conflicting', () => {
    const { facts } = prepareQuestion({
      ...base,
      item: { facts: { funding: 'grant' } },
      facts: { funding: 'own' },
    });
    expect(facts.values.get('funding')).toBe('conflicting');
    expect(facts.conflicts.get('funding')).toBe('federal grant and own funds');
  });
});

describe('the kind of goods', () => {
  it.each([
    ['network camera', 'video surveillance equipment'],
    ['memory chip for cameras', 'integrated circuit'],
    ['camera chip', 'integrated circuit'],
    ['40 office chairs', 'office goods'],
    ['two-way radios', 'telecommunications equipment'],
    ['cotton shirts', 'textiles'],
  ])('of "%s" is %s', (description, kind) => {
    expect(itemKindOf(undefined, description)).toBe(kind);
  });
});

it('refuses a day that is none', () => {
  expect(faultOf({ ...base, on: '2022-02-30' }).code).toBe('AS_DAY');
});
