import { openArchive } from '../../archive/index.ts';
import { type Engine, engineVersion } from '../../engine/index.ts';
import { Fault, lookUp } from '../../model/index.ts';
import { casebookDataset, datasetsOf } from './entity.ts';
import { didYouMean } from './ftm-model.ts';
import names from './tables/dataset-names.json' with { type: 'json' };

/** Names under which clients ask for everything. */
const whole: ReadonlySet<string> = new Set(names.whole);
const namesElsewhere: Readonly<Record<string, string>> = names.lists;

/**
 * The id here of a dataset that a client names: its own id, that of OpenSanctions for the same list, or either with other
 * separators; `default` for all. Throws 404 with near names for a dataset nobody has.
 */
export function datasetNamed(engine: Engine, name: string): string {
  if (whole.has(name)) return 'default';
  const archive = openArchive(engine.home);
  const isKnown = (id: string) => id === casebookDataset || archive.source(id) !== undefined;
  const id = [name, lookUp(namesElsewhere, name), name.replaceAll('_', '-').toLowerCase()].find(
    (one) => one !== undefined && isKnown(one),
  );
  if (id !== undefined) return id;
  const all = ['default', casebookDataset, ...archive.sources.map((source) => source.id)];
  throw Object.assign(
    new Fault('AS_LIST_MISSING', `There is no dataset “${name}”.`, { remedy: didYouMean(name, all) }),
    { statusCode: 404 },
  );
}

/** Whether a party is of a dataset: of all, of one list, or of the casebook. Throws 404 for a dataset nobody has. */
export function memberTest(engine: Engine, dataset: string): (id: string) => boolean {
  const wanted = datasetNamed(engine, dataset);
  return wanted === 'default' ? () => true : (id) => datasetsOf(engine, id).includes(wanted);
}

export function datasetTitle(engine: Engine, id: string): string {
  if (id === 'default') return 'All lists held and the casebook';
  if (id === casebookDataset) return 'Casebook of Aftershock';
  return openArchive(engine.home).source(id)?.title ?? id;
}

/** The lists held as datasets, with the version that answers rest on. */
export function catalogOf(engine: Engine) {
  const archive = openArchive(engine.home);
  const held = new Map(engine.versions.map((version) => [version.source, version]));
  const lists = [...held.values()].map((version) => {
    const source = archive.source(version.source);
    return {
      name: version.source,
      title: source?.title ?? version.source,
      summary: source ? `Published by ${source.publisher}.` : '',
      load: true,
      version: version.published,
      updated_at: version.fetchedAt,
      index_version: version.sha256,
      index_current: true,
      children: [] as string[],
    };
  });
  const stamp = { load: true, index_version: engine.register.hash, index_current: true };
  const casebook = {
    name: casebookDataset,
    title: datasetTitle(engine, casebookDataset),
    summary: 'Parties, listings and links that ship with the program, each with its source.',
    version: engineVersion,
    updated_at: engine.known,
    ...stamp,
    children: [] as string[],
  };
  const children = [...lists.map(({ name }) => name), casebookDataset];
  const all = {
    name: 'default',
    title: datasetTitle(engine, 'default'),
    summary: 'Everything that this service knows.',
    version: engine.known,
    updated_at:
      lists
        .map(({ updated_at }) => updated_at)
        .sort()
        .at(-1) ?? engine.known,
    ...stamp,
    children,
  };
  return {
    datasets: [all, ...lists, casebook],
    current: ['default', ...children],
    outdated: [],
    index_stale: false,
  };
}
