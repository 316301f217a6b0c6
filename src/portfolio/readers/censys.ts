import { jsonLines, oneChunk } from '../../formats/index.ts';
import { type Day, type Issue, isDay } from '../../model/index.ts';
import { type FileReading, type PortfolioFile, present, startReading } from '../reading.ts';
import { asList, asObject, asText, at, type JsonObject, textAt } from './json-shape.ts';
import { bannerSignals } from './table-devices.ts';

/** The host records of a search answer, of the view of one host or of a list; the later platform wraps each of them. */
export function censysHosts(root: JsonObject | undefined, list: readonly unknown[]): readonly unknown[] {
  const result = root?.result ?? root;
  const hits = asList(at(result, 'hits'));
  return (
    [hits, list, [result], asList(at(result, 'resource', 'hosts'))]
      .map((some) => some.map(unwrapped))
      .find((some) => some.length > 0 && (some === hits || some.some(isCensysHost))) ?? []
  );
}

export function isCensysHost(value: unknown): boolean {
  const host = asObject(unwrapped(value));
  return host?.ip !== undefined && Array.isArray(host.services);
}

/** `{"host_v1": {"resource": {...}}}` of the later platform as the record itself. */
function unwrapped(value: unknown): unknown {
  return at(value, 'host_v1', 'resource') ?? at(value, 'host', 'resource') ?? at(value, 'resource') ?? value;
}

/** Reads host records that stand one a line. */
export function readCensysLines(file: PortfolioFile): FileReading {
  const hosts: unknown[] = [];
  const issues: Issue[] = [];
  for (const entry of jsonLines(oneChunk(file.bytes), file.name)) {
    if ('value' in entry) hosts.push(unwrapped(entry.value));
    else issues.push(entry.issue);
  }
  const reading = readCensys(file, hosts);
  return { ...reading, issues: [...issues, ...reading.issues] };
}

/** Reads Censys host records: servers, titles, banners, software names and certificate subjects of the services. */
export function readCensys(file: PortfolioFile, hosts: readonly unknown[]): FileReading {
  const draft = startReading();
  hosts.forEach((host, index) => {
    draft.rows++;
    const address = textAt(host, 'ip');
    if (!address) {
      draft.issues.push({
        code: 'AS_ROW',
        message: `Record ${index + 1} has no address.`,
        file: file.name,
        line: index + 1,
        lost: true,
      });
      return;
    }
    const updated = (textAt(host, 'last_updated_at') ?? '').slice(0, 10);
    const seen: Day | undefined = isDay(updated) ? updated : undefined;
    const signals: { signal: string; value: string; seen?: Day }[] = [];
    const add = (signal: string, value: string | undefined) => {
      if (value && !signals.some((known) => known.signal === signal && known.value === value))
        signals.push({ signal, value, ...(seen ? { seen } : {}) });
    };
    for (const service of asList(at(host, 'services'))) readService(service, add);
    for (const label of asList(at(host, 'labels'))) add('tag', asText(label) ?? textAt(label, 'value'));
    draft.sightings.push({
      row: { file: file.name, line: index + 1 },
      address,
      count: 1,
      signals,
      ...present({
        site: textAt(host, 'autonomous_system', 'name'),
        seen,
        hostname: asText(asList(at(host, 'dns', 'names'))[0]) ?? textAt(host, 'dns', 'names'),
      }),
    });
  });
  return { ...draft, reader: 'Censys hosts' };
}

type Add = (signal: string, value: string | undefined) => void;

function readService(service: unknown, add: Add): void {
  const port = textAt(service, 'port');
  if (port) add('open port', `${(textAt(service, 'transport_protocol') ?? 'tcp').toLowerCase()}/${port}`);
  const answers = [
    at(service, 'http', 'response'),
    ...asList(at(service, 'endpoints')).map((one) => at(one, 'http')),
  ];
  for (const answer of answers) {
    add('http title', textAt(answer, 'html_title'));
    const headers = asObject(at(answer, 'headers'));
    for (const [name, value] of Object.entries(headers ?? {})) {
      if (!/^server$/i.test(name)) continue;
      for (const server of [value, ...asList(value), ...asList(at(value, 'headers'))])
        add('http server', asText(server));
    }
    for (const hash of [...asList(at(answer, 'favicons'))]) add('favicon', textAt(hash, 'md5_hash'));
  }
  for (const { signal, value } of bannerSignals(textAt(service, 'banner') ?? '')) add(signal, value);
  add(
    'certificate subject',
    textAt(service, 'tls', 'certificates', 'leaf_data', 'subject_dn') ??
      textAt(service, 'cert', 'parsed', 'subject_dn'),
  );
  for (const software of [...asList(at(service, 'software')), ...asList(at(service, 'hardware'))])
    add('cpe', textAt(software, 'uniform_resource_identifier') ?? textAt(software, 'cpe'));
}
