import { describe, expect, test } from 'vitest';
import type { MatchKind } from './kind.ts';
import { NameMatcher } from './matcher.ts';

const score = (kind: MatchKind, asked: string, listed: string): number =>
  NameMatcher.of([{ id: 'a', kind, names: [{ text: listed, kind: 'primary' }] }]).search(
    { names: [asked], kind },
    { threshold: 0.01 },
  )[0]?.score ?? 0;

describe('names of companies and ships that are one', () => {
  test.each([
    ['an ordinal of several words', 'company', 'Thirty-Eighth Institute', 'Institute 38'],
    ['an ordinal after a hundred', 'company', 'One Hundred and Third Arsenal', '103rd Arsenal'],
    ['a Russian ordinal of two words', 'company', 'Тридцать восьмой институт', '38th Institute'],
    ['a number parted from its letter', 'company', '3 M Company', '3M Co.'],
    ['a number sign written to the number', 'company', 'Plant No5', 'Plant No. 5'],
    ['a former name in brackets', 'vessel', 'LANA (ex PEGAS)', 'LANA'],
    ['only the former name', 'vessel', 'PEGAS', 'LANA (ex PEGAS)'],
    ['a former name without brackets', 'vessel', 'M/V KAVKAZ STAR EX NORD STAR', 'KAVKAZ STAR'],
    ['a word of honour cut short', 'vessel', 'Kap. Danilkin', 'KAPITAN DANILKIN'],
    ['a word of honour in another language', 'vessel', 'CAPTAIN DANILKIN', 'KAPITAN DANILKIN'],
    [
      'a name made of abbreviations',
      'company',
      'Intl Trdg & Dev Corp',
      'International Trading and Development Corporation',
    ],
    [
      'a name of ordinary words translated',
      'company',
      'Объединенная авиастроительная корпорация',
      'United Aircraft Corporation',
    ],
    [
      'an article in another sound',
      'company',
      'Khatam al-Anbia Construction',
      'Khatam ol Anbia Construction',
    ],
    [
      'a state by its short name',
      'company',
      'Central Bank of Iran',
      'Central Bank of the Islamic Republic of Iran',
    ],
    ['a trade in another language', 'company', 'Kazanskiy vertoletnyy zavod', 'Kazan Helicopter Plant'],
    ['a trading house translated', 'company', 'Torgovyy dom Sever', 'TD Sever'],
    ['a compound word', 'company', 'Zentralbank von Iran', 'Central Bank of Iran'],
    [
      'a Turkish name in its usual abbreviations',
      'company',
      'Anka San. ve Tic. A.Ş.',
      'Anka Sanayi ve Ticaret Anonim Sirketi',
    ],
    ['an adjective of the person honoured', 'company', 'Kurchatovskii Institut', 'Kurchatov Institute'],
    ['the person honoured in the genitive', 'company', 'Завод имени В.А. Дегтярёва', 'V.A. Degtyarev Plant'],
    ['a branch', 'company', 'Kargar Bank, London Branch', 'Kargar Bank'],
    ['a branch of', 'company', 'Branch of Kargar Bank', 'Kargar Bank'],
    ['a name of its own in brackets', 'company', 'PIEAS', 'Pakistan Institute of Engineering (PIEAS)'],
    ['a trading name', 'company', 'John Smith trading as Monarch Aviation', 'Monarch Aviation'],
    ['a ship counted by a letter', 'vessel', 'Tinos One', 'TINOS I'],
    ['a number word before a letter', 'company', 'Three M Company', '3M Company'],
    [
      'a Spanish number of several words',
      'company',
      'Grupo Control Dos Mil Cuatro CA',
      'Grupo Control 2004, C.A.',
    ],
    ['two ways to romanise a neuter', 'company', 'ООО «Красное и Белое»', 'Krasnoe i Beloe LLC'],
    ['a branch of a house of one long word', 'company', 'Izhkombank, filial v g. Kazani', 'Izhkombank'],
    [
      'a former name after a word for it',
      'company',
      'Leonardo S.p.A. già Finmeccanica',
      'Finmeccanica S.p.A.',
    ],
    ['letters with full stops', 'vessel', 'N.S. CONSUL', 'NS Consul'],
    ['a Russian ship prefix', 'vessel', 'т/х «Иван Айвазовский»', 'IVAN AIVAZOVSKY'],
    ['a ship renamed', 'vessel', 'ETERNAL PEACE, renamed BLUE WAVE 7', 'ETERNAL PEACE'],
    [
      'a ministry in another language',
      'company',
      'Ministère de la Défense de la Birmanie',
      'Ministry of Defence of Myanmar',
    ],
    [
      'several words of trade translated',
      'company',
      'Centro de Ingeniería Genética y Biotecnología',
      'Center for Genetic Engineering and Biotechnology',
    ],
    [
      'a common word with its trades, one left out',
      'company',
      'Fajr Aviation Composite',
      'Fajr Aviation Composite Industries',
    ],
    [
      'a bank by ordinary words of its language, without its state',
      'company',
      'Bank Saderat',
      'Bank Saderat Iran',
    ],
    [
      'initials of the person honoured without full stops',
      'company',
      'Plant named after VI Kozlov',
      'Plant named after V.I. Kozlov',
    ],
    ['an apostrophe left out', 'company', 'MINISTERO DELLINTERNO', "Ministero dell'interno"],
    ['four consonants', 'company', 'קנדירו בע״מ', 'Candiru'],
    ['a surname in another legal form', 'company', 'Hansen AB', 'Hansen GmbH'],
    ['a slip in a long brand', 'company', 'Rosoboronexpotr OJSC', 'Rosoboronexport OJSC'],
    ['a slip in a short brand beside its trade', 'company', 'Kernal Trading LLC', 'Kernel Trading LLC'],
    ['what people say after a dash', 'company', 'Petrobras', 'Petróleo Brasileiro S.A. - Petrobras'],
    ['a word of the yard', 'vessel', 'Hyundai Mipo newbuilding 2655', 'HYUNDAI MIPO 2655'],
  ] as const)('match: %s', (_, kind, asked, listed) => {
    expect(score(kind, asked, listed)).toBeGreaterThanOrEqual(0.72);
  });
});

describe('names of companies and ships that are two', () => {
  test.each([
    ['another ordinal', 'company', 'Fifty-Fifth Research Institute', '56th Research Institute'],
    ['another letter beside the number', 'company', '3 M Company', '3 N Company'],
    ['another person honoured', 'vessel', 'Kap. Danilov', 'KAPITAN SVIRIDOV'],
    ['a name that begins with now', 'company', 'Now Foods Corporation', 'Foods Corporation Nine'],
    ['a trade without a name', 'company', 'Research Institute', 'Electronics Research Company'],
    ['an ordinary word as the name of a firm of another trade', 'company', 'Apple Inc', 'Apple Bank'],
    ['an ordinary name and two trades', 'company', 'Delta Air Lines', 'Delta Shipping Lines'],
    ['two trades that differ by a letter', 'company', 'Ocean Shipping Company', 'Ocean Fishing Company'],
    ['a name like a legal form', 'company', 'Kia Corporation', 'Profit Corporation, C.A.'],
    ['two ordinary words a letter apart', 'vessel', 'GOLDEN STAR', 'GOLDEN STAG'],
    ['one ordinary word that holds the other', 'vessel', 'SEA PRINCESS', 'SEA PRINCE'],
    ['two states a letter apart', 'company', 'National Bank of Iraq', 'National Bank of Iran'],
    ['one name and two trades', 'company', 'Krasny Oktyabr Confectionery', 'Krasny Oktyabr Steel Works'],
    ['an institute and the word for it', 'company', 'Research Institute', 'АО НИИ ПС'],
    ['a place, a trade and another', 'company', 'Khabarovsk Airport JSC', 'Khabarovsk Shipbuilding Yard JSC'],
    [
      'a university of the same town',
      'company',
      'Tomsk State University',
      'Tomsk State Pedagogical University',
    ],
    ['two short brands alone', 'company', 'Tesco plc', 'Teaco'],
    ['two short brands of groups', 'company', 'Morar Group', 'Moran Group'],
    ['a letter that an ordinary word begins with', 'company', 'Bank Tejarat', 'T-Bank JSC'],
    ['an ordinary name without its state', 'company', 'National Bank', 'National Bank of Iran'],
    ['few consonants alone', 'company', 'תמוז בע״מ', 'TAMAYOZ LLC'],
    ['a surname near a brand', 'company', 'Macedo S.A.', 'MICADO'],
    ['a surname and two trades', 'company', 'Hansen Electronics', 'Hansen Trading'],
    ['a surname and a trade', 'company', 'Hansen AB', 'Hansen Technologies Limited'],
  ] as const)('do not match: %s', (_, kind, asked, listed) => {
    expect(score(kind, asked, listed)).toBeLessThan(0.72);
  });
});
