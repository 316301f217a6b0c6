import type { Command } from 'commander';

/** A command's own file adds arguments, options, an example and the action to the bare command. */
export interface CommandModule {
  define(command: Command): void;
}

/** Every command, in the order of the help; each is loaded only when called. */
export const commands: readonly { name: string; summary: string; load: () => Promise<CommandModule> }[] = [
  {
    name: 'start',
    summary: 'the main question: rehearse, report, serve the pages',
    load: () => import('./commands/start.ts'),
  },
  {
    name: 'update',
    summary: 'bring the official lists, from their publishers or from a folder',
    load: () => import('./commands/update.ts'),
  },
  {
    name: 'lists',
    summary: 'what is held of each list, and how fresh it is',
    load: () => import('./commands/lists.ts'),
  },
  {
    name: 'diff',
    summary: 'what changed on the lists between two days',
    load: () => import('./commands/diff.ts'),
  },
  {
    name: 'watch',
    summary: 'keep the lists fresh, and tell which changes touch what you watch',
    load: () => import('./commands/watch.ts'),
  },
  {
    name: 'show',
    summary: 'what is known of a party: names, listings, owners, brands, timeline',
    load: () => import('./commands/show.ts'),
  },
  {
    name: 'screen',
    summary: 'a name, or every row of a file, against the lists',
    load: () => import('./commands/screen.ts'),
  },
  {
    name: 'ask',
    summary: 'may this actor do this with this party on this day',
    load: () => import('./commands/ask.ts'),
  },
  {
    name: 'law',
    summary: 'regimes and provisions; one party under all of them',
    load: () => import('./commands/law.ts'),
  },
  {
    name: 'owners',
    summary: 'is a party reached through its owners, by which test, with proof',
    load: () => import('./commands/owners.ts'),
  },
  {
    name: 'identify',
    summary: 'who made the devices of an inventory',
    load: () => import('./commands/identify.ts'),
  },
  {
    name: 'expose',
    summary: 'what the law says of your own assets',
    load: () => import('./commands/expose.ts'),
  },
  {
    name: 'evidence',
    summary: 'the evidence for a representation or attestation, as a draft to sign',
    load: () => import('./commands/evidence.ts'),
  },
  {
    name: 'rehearse',
    summary: 'a scenario on portfolios, before and after',
    load: () => import('./commands/rehearse.ts'),
  },
  {
    name: 'compare-scenarios',
    summary: 'several scenarios side by side',
    load: () => import('./commands/compare-scenarios.ts'),
  },
  {
    name: 'event-study',
    summary: 'what an event did to a share price, from prices you bring',
    load: () => import('./commands/event-study.ts'),
  },
  {
    name: 'serve',
    summary: 'the pages and the API on this machine',
    load: () => import('./commands/serve.ts'),
  },
  {
    name: 'seal',
    summary: 'ask, and keep the answer as a record that can be replayed',
    load: () => import('./commands/seal.ts'),
  },
  {
    name: 'verify',
    summary: 'whether a sealed record still gives the same bytes, or the audit trail is whole',
    load: () => import('./commands/verify.ts'),
  },
  {
    name: 'compare',
    summary: 'how alike two names or parties are',
    load: () => import('./commands/compare.ts'),
  },
  {
    name: 'accuracy',
    summary: 'what the name engine finds and misses, as a report',
    load: () => import('./commands/accuracy.ts'),
  },
  {
    name: 'ownership',
    summary: 'answer ownership cases with proof, one JSON object a line',
    load: () => import('./commands/ownership.ts'),
  },
  {
    name: 'match-server',
    summary: 'the name engine behind a line protocol',
    load: () => import('./commands/match-server.ts'),
  },
];
