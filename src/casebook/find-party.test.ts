import { describe, expect, it } from 'vitest';
import { type Day, Fault, type Party, type PartyId, viewOf } from '../model/index.ts';
import { findParty } from './find-party.ts';
import { loadCasebook } from './load-casebook.ts';

const casebook = loadCasebook();
const register = {
  known: '2026-11-22' as Day,
  parties: casebook.parties,
  listings: casebook.listings,
  links: casebook.links,
  versions: [],
  redirects: {},
  hash: '',
};
const view = viewOf(register);

function faultOf(text: string, among = view): Fault {
  try {
    findParty(among, text);
  } catch (error) {
    if (error instanceof Fault) return error;
  }
  throw new Error('no fault');
}

describe('findParty', () => {
  it.each([
    ['hikvision', 'hikvision'],
    ['HIKVISION', 'hikvision'],
    ['海康威视', 'hikvision'],
    ['海康威視', 'hikvision'],
    ['HANGZHOU HIKVISION DIGITAL TECHNOLOGY CO LTD', 'hikvision'],
    ['CNE100000PM8', 'hikvision'],
    ['91330000733796106p', 'hikvision'],
    ['Shanghai Dahua Scale Factory', 'shanghai-dahua-scale'],
    ['Dahua', 'dahua'],
    ['陈全国', 'chen-quanguo'],
  ])('knows whom %s means', (text, id) => {
    expect(findParty(view, text)).toBe(id);
  });

  it('names what is near a misspelt name', () => {
    expect(faultOf('Hikvison')).toMatchObject({
      code: 'AS_UNKNOWN_PARTY',
      remedy: expect.stringContaining('Hikvision (hikvision)'),
    });
  });

  it('names parties whose names begin with the word', () => {
    expect(faultOf('Hangzhou').remedy).toContain('Hangzhou Hik');
  });

  it.each(['', '  ', '?', 'qqqqqqqq'])('refuses %j without guessing', (text) => {
    expect(faultOf(text)).toMatchObject({
      code: 'AS_UNKNOWN_PARTY',
      remedy: expect.stringContaining('screen'),
    });
  });

  it('asks where two parties have a name of one kind, and takes that of the casebook before that of a list', () => {
    const [first] = casebook.parties;
    const twin = (id: string): Party => ({
      ...first!,
      id: id as PartyId,
      identifiers: [],
      names: [{ text: 'Twin Works', kind: 'primary' }],
    });
    const both = viewOf({ ...register, parties: [twin('us-list:1'), twin('us-list:2')] });
    expect(faultOf('twin works', both)).toMatchObject({
      code: 'AS_AMBIGUOUS_PARTY',
      remedy: expect.stringContaining('us-list:1'),
    });
    expect(findParty(viewOf({ ...register, parties: [twin('us-list:1'), twin('twin')] }), 'twin works')).toBe(
      'twin',
    );
  });
});
