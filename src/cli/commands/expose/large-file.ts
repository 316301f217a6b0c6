import { basename } from 'node:path';
import { type Engine, fileChunks, ouiRegistry } from '../../../engine/index.ts';
import {
  createAddressCounter,
  createIdentifier,
  createKnownValues,
  type SiteContext,
} from '../../../equipment/index.ts';
import { type Knowledge, makerFindingOf } from '../../../exposure/index.ts';
import type { Actor, Device, Issue, Portfolio } from '../../../model/index.ts';
import {
  addressesInPart,
  devicesInPart,
  deviceTableShape,
  streamShodanDevices,
} from '../../../portfolio/index.ts';

/** Rows that could not be used; the first ones in words, the others as a number. */
const mostIssues = 1000;

/** Who asks about a bare file, where nobody says. */
export function barePortfolio(file: string, actor: Actor | undefined): Portfolio {
  return {
    id: 'given-files',
    title: file,
    invented: false,
    actor: actor ?? { jurisdictions: ['us'], roles: ['end user'] },
    facts: {},
    sites: [],
    assets: [],
    files: [],
  };
}

/**
 * A file of devices too large to be held, read in this thread alone: its devices come one by one, and nothing of what was
 * identified is kept. For Shodan downloads, for tables that cannot be cut, and where every finding is wanted as JSON.
 */
export function openLargeFile(
  engine: Engine,
  path: string,
  kind: 'table' | 'shodan',
  actor: Actor | undefined,
): {
  readonly portfolio: Portfolio;
  readonly assets: Iterable<Device>;
  readonly knowledge: Knowledge;
  readonly issues: readonly Issue[];
} {
  const file = basename(path);
  const issues: Issue[] = [];
  const report = (issue: Issue) => {
    if (issue.lost && issues.length < mostIssues) issues.push(issue);
  };
  const portfolio = barePortfolio(file, actor);
  const identifier = createIdentifier({
    brands: engine.casebook.brands,
    signatures: engine.casebook.signatures,
    ouiEntries: ouiRegistry(),
  });
  const { devices, context } =
    kind === 'table'
      ? tableDevices()
      : { devices: streamShodanDevices(fileChunks(path), { file, report }), context: undefined };
  return {
    portfolio,
    assets: devices,
    knowledge: {
      ...engine.knowledge(portfolio),
      identify: (device) => makerFindingOf(identifier.identify(device, context)),
    },
    issues,
  };

  function tableDevices(): { devices: Iterable<Device>; context: SiteContext } {
    const values = createKnownValues(engine.casebook.signatures);
    const shape = deviceTableShape(fileChunks(path), { file, values });
    issues.push(...shape.dayIssues);
    const part = () => ({ chunks: fileChunks(path), firstLine: 1 });
    const counter = createAddressCounter();
    for (const { mac, address } of addressesInPart(part(), shape)) counter.add(mac, address);
    return { devices: devicesInPart(part(), shape, report), context: counter };
  }
}
