import type { ListedParty } from './listed-party.ts';

/** Entries of public US lists (OFAC SDN and Non-SDN, 1260H), shortened, for the tests of this room. */
export const listedParties: readonly ListedParty[] = [
  company('hikvision', [
    'Hangzhou Hikvision Digital Technology Co., Ltd.',
    'Hikvision',
    '海康威视',
    '杭州海康威视数字技术股份有限公司',
  ]),
  company('dahua', ['Zhejiang Dahua Technology Co., Ltd.', 'Dahua Technology', '大华股份']),
  company('tiandy', ['Tiandy Technologies Co., Ltd.', '天津天地伟业技术有限公司']),
  company('hytera', ['Hytera Communications Corporation Limited']),
  company('sovfracht', ['JSC SOVFRACHT', 'SOVFRAKHT']),
  company('arp150', ['JOINT STOCK COMPANY 150 AIRCRAFT REPAIR PLANT']),
  company('mir', ['JSC MIR BUSINESS BANK', 'MB BANK']),
  company('tejarat', ['BANK TEJARAT']),
  company('transgaz', ['GAZPROM TRANSGAZ KRASNODAR, OOO']),
  company('tekhnologii', ['OTKRYTOE AKTSIONERNOE OBSHCHESTVO TEKHNOLOGII BEZOPASNOSTI']),
  company('pcf', ['PARCHIN CHEMICAL INDUSTRIES', 'PCF']),
  company('epoca', ['INVERSIONES EPOCA S.A.']),
  person('prokopyev', ['PROKOPYEV, Aleksandr Sergeevich']),
  person('korovin', ['KOROVIN, Denis Vladimirovich']),
  person('zheng', ['ZHENG, Yanxiong']),
  person('lin', ['LIN, Huiming']),
  person('kim', ['KIM, Yo Jong']),
  person('maduro', ['MADURO MOROS, Nicolas'], {
    birthDates: ['1962-11-23'],
    countries: ['ve'],
    gender: 'male',
  }),
  person('soleimani', ['SOLEIMANI, Qasem', 'SULAIMANI, Qasim']),
  person('shahlai', ['SHAHLAI, Abdul Reza']),
  person('ghalawanji', ['GHALAWANJI, Omar Ibrahim']),
  person('ammari', ['AMMARI, Saifi']),
  person('qadhafi', ['AL QADHAFI, Quren Salih Quren']),
  person('smith', ['SMITH, John Alexander']),
  person('lukyanov', ['LUKYANOV, Mikhail Valentinovich']),
  person('rubio', ['RUBIO GONZALEZ, David Nicolas']),
  {
    id: 'roman',
    kind: 'person',
    names: [
      { text: 'ANTONOVSKII, Roman Yurevich', kind: 'primary' },
      { text: 'Roman', kind: 'weak alias' },
    ],
  },
  vessel('fuyuan', ['FU YUAN YU 7625']),
  vessel('innovator', ['INNOVATOR']),
  vessel('sparta', ['SPARTA']),
  vessel('leila', ['LADY LEILA']),
];

function company(id: string, names: readonly string[]): ListedParty {
  return { id, kind: 'company', names: named(names) };
}

function person(id: string, names: readonly string[], facts: Partial<ListedParty> = {}): ListedParty {
  return { ...facts, id, kind: 'person', names: named(names) };
}

function vessel(id: string, names: readonly string[]): ListedParty {
  return { id, kind: 'vessel', names: named(names) };
}

function named(names: readonly string[]): ListedParty['names'] {
  return names.map((text, at) => ({ text, kind: at === 0 ? 'primary' : 'alias' }));
}
