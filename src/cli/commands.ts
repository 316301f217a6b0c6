import type { Command } from 'commander';

/** A command's own file adds arguments, options, an example and the action to the bare command. */
export interface CommandModule {
  define(command: Command): void;
}

/** Every command, in the order of the help; each is loaded only when called. */
export const commands: readonly { name: string; summary: string; load: () => Promise<CommandModule> }[] = [
  {
    name: 'identify',
    summary: 'who made the devices of an inventory',
    load: () => import('./commands/identify.ts'),
  },
  {
    name: 'compare',
    summary: 'how alike two names or parties are',
    load: () => import('./commands/compare.ts'),
  },
  {
    name: 'match-server',
    summary: 'the name engine behind a line protocol',
    load: () => import('./commands/match-server.ts'),
  },
];
