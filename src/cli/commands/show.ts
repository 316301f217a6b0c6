import type { Command } from 'commander';
import { findParty, loadCasebook, partyPage } from '../../casebook/index.ts';
// Not through the room's index, which opens everything: a command has to start quickly.
import { engineVersion } from '../../engine/engine-version.ts';
import { openHeldRegister } from '../../engine/held-register.ts';
import { needsNameIndex, openNameFinder } from '../../engine/names/name-finder.ts';
import { namesakesOf } from '../../engine/namesakes.ts';
import { noteLists } from '../list-notes.ts';
import { askedDay, sharedOptions, today, withSharedOptions } from '../shared-options.ts';
import { writeJson } from '../terminal.ts';
import { pageText } from './show/page-text.ts';

export function define(command: Command): void {
  withSharedOptions(command)
    .description('What is known of a party: names, listings, owners, what it owns, brands and timeline.')
    .argument('<party...>', 'id, name in any script, or identifier')
    .addHelpText(
      'after',
      '\nExamples:\n  aftershock show Hikvision\n  aftershock show 海康威视 --on 2019-06-01\n  aftershock show CNE100000PM8 --json',
    )
    .action((words: string[], _options: unknown, self: Command) => run(words.join(' '), self));
}

function run(text: string, command: Command): void {
  const options = sharedOptions(command);
  const listStandings = noteLists(options);
  const casebook = loadCasebook();
  const register = openHeldRegister({
    home: options.home,
    today: today(),
    casebook,
    known: options.known,
    lists: options.lists,
    onBuild: () => process.stderr.write('Bringing the lists and the casebook together …\n'),
  });
  const party = findParty(register, text);
  const page = partyPage(register, casebook, {
    party,
    on: askedDay(options),
    today: today(),
  });
  if (needsNameIndex(options.home, register)) process.stderr.write('Indexing their names …\n');
  const titles = new Map<string, string>(casebook.regimes.map(({ id, short }) => [id, short]));
  const engine = {
    register,
    names: openNameFinder(options.home, register),
    regimeTitle: (id: string) => titles.get(id) ?? id,
  };
  const namesakes = namesakesOf(engine, party, page.on);
  if (options.json) {
    writeJson({ ...page, namesakes, register: register.hash, engine: engineVersion, listStandings });
    return;
  }
  process.stdout.write(pageText(page, namesakes));
}
