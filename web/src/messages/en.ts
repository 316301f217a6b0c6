/** Every text of the pages, in English. Other catalogues have the same keys; `{name}` stands for a value. */
export const en = {
  product: 'Aftershock',
  skip: 'Skip to the content',
  navigation: 'Pages',
  start: 'Start',
  ask: 'Ask',
  screen: 'Screen',
  portfolios: 'Portfolios',
  rehearse: 'Rehearse',
  lists: 'Lists',
  world: 'World',
  language: 'Language',
  loading: 'Loading…',
  nothingFound: 'Nothing found. No hit is not clearance.',
  failed: 'This could not be loaded.',
  offline: 'The service does not answer. Start it with “npm start” and try again.',
  tryAgain: 'Try again',
  disclaimer:
    'A match is possible until a person has checked it; no match is not clearance. Not legal advice.',
} as const;

export type MessageKey = keyof typeof en;
export type Catalogue = Readonly<Record<MessageKey, string>>;
