import type { Catalogue } from './en.ts';
import { ask } from './zh-hans/ask.ts';
import { lists } from './zh-hans/lists.ts';
import { party } from './zh-hans/party.ts';
import { portfolio } from './zh-hans/portfolio.ts';
import { rehearse } from './zh-hans/rehearse.ts';
import { screen } from './zh-hans/screen.ts';
import { shell } from './zh-hans/shell.ts';
import { start } from './zh-hans/start.ts';
import { world } from './zh-hans/world.ts';

/** Simplified Chinese. */
export const zhHans: Catalogue = {
  ...shell,
  ...start,
  ...party,
  ...ask,
  ...lists,
  ...screen,
  ...portfolio,
  ...rehearse,
  ...world,
};
