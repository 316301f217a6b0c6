import { openArchive } from '../../archive/index.ts';
import { type Engine, engineVersion } from '../../engine/index.ts';
import { Fault } from '../../model/index.ts';
import { casebookDataset, datasetsOf } from './entity.ts';

/** Names under which clients ask for everything. */
const whole = new Set(['default', 'all', 'sanctions', 'peps', 'aftershock']);

/** Whether a party is of a dataset: of all, of one list, or of the casebook. Throws 404 for a dataset nobody has. */
export function memberTest(engine: Engine, dataset: string): (id: string) => boolean {
  if (whole.has(dataset)) return () => true;
  const known = dataset === casebookDataset || openArchive(engine.home).source(dataset) !== undefined;
  if (!known)
    throw Object.assign(
      new Fault('AS_LIST_MISSING', `There is no dataset “${dataset}”.`, {
        remedy: 'Ask for “default”, or one that /catalog names.',
      }),
      { statusCode: 404 },
    );
  return (id) => datasetsOf(engine, id).includes(dataset);
}

/** The lists held as datasets, with the version that answers rest on. */
export function catalogOf(engine: Engine) {
  const lists = engine.versions.map((version) => ({
    name: version.source,
    title: openArchive(engine.home).source(version.source)?.title ?? version.source,
    version: version.published,
    updated_at: version.fetchedAt,
    index_version: version.sha256,
    index_current: true,
    children: [] as string[],
  }));
  const stamp = { index_version: engine.register.hash, index_current: true };
  const casebook = {
    name: casebookDataset,
    title: 'Casebook of Aftershock',
    version: engineVersion,
    updated_at: engine.known,
    ...stamp,
    children: [] as string[],
  };
  const children = [...new Set(lists.map(({ name }) => name)), casebookDataset];
  const all = {
    name: 'default',
    title: 'All lists held and the casebook',
    version: engine.known,
    updated_at: engine.known,
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
