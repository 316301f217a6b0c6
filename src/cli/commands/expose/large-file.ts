import { createRequire } from 'node:module';
import { basename } from 'node:path';
import type { Engine } from '../../../engine/index.ts';
import {
  createAddressCounter,
  createIdentifier,
  createKnownValues,
  type SiteContext,
} from '../../../equipment/index.ts';
import { type Knowledge, makerFindingOf } from '../../../exposure/index.ts';
import type { Actor, Device, Issue, Portfolio } from '../../../model/index.ts';
import { streamAddresses, streamDeviceTable, streamShodanDevices } from '../../../portfolio/index.ts';
import { fileChunks } from '../../file-chunks.ts';

/** Rows that could not be used; the first ones in words, the others as a number. */
const mostIssues = 1000;

/** A file of devices too large to be held: its devices come one by one, and nothing of what was identified is kept. */
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
  const portfolio: Portfolio = {
    id: 'given-files',
    title: file,
    invented: false,
    actor: actor ?? { jurisdictions: ['us'], roles: ['end user'] },
    facts: {},
    sites: [],
    assets: [],
    files: [],
  };
  const values = createKnownValues(engine.casebook.signatures);
  let context: SiteContext | undefined;
  if (kind === 'table') {
    const counter = createAddressCounter();
    for (const { mac, address } of streamAddresses(fileChunks(path), { file, values }))
      counter.add(mac, address);
    context = counter;
  }
  const identifier = createIdentifier({
    brands: engine.casebook.brands,
    signatures: engine.casebook.signatures,
    ouiEntries: createRequire(import.meta.url)('oui-data') as Readonly<Record<string, string>>,
  });
  return {
    portfolio,
    assets:
      kind === 'table'
        ? streamDeviceTable(fileChunks(path), { file, report, values })
        : streamShodanDevices(fileChunks(path), { file, report }),
    knowledge: {
      ...engine.knowledge(portfolio),
      identify: (device) => makerFindingOf(identifier.identify(device, context)),
    },
    issues,
  };
}
