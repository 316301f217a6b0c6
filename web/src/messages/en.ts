import { ask } from './en/ask.ts';
import { lists } from './en/lists.ts';
import { party } from './en/party.ts';
import { portfolio } from './en/portfolio.ts';
import { rehearse } from './en/rehearse.ts';
import { screen } from './en/screen.ts';
import { shell } from './en/shell.ts';
import { start } from './en/start.ts';
import { world } from './en/world.ts';

/**
 * Every text of the pages, in English: one file a page. Other catalogues have the same keys; `{name}` stands for a
 * value. Keys of a page begin with its name.
 */
export const en = {
  ...shell,
  ...start,
  ...party,
  ...ask,
  ...lists,
  ...screen,
  ...portfolio,
  ...rehearse,
  ...world,
} as const;

export type MessageKey = keyof typeof en;
export type Catalogue = Readonly<Record<MessageKey, string>>;
