import { jsonLines, oneChunk, parseJson } from '../../formats/index.ts';
import { type Day, type Issue, isDay, isUnitMac, readMac } from '../../model/index.ts';
import { type FileReading, type PortfolioFile, present, startReading } from '../reading.ts';
import { asList, asObject, asText, at, type JsonObject, textAt } from './json-shape.ts';
import { bannerSignals } from './table-devices.ts';

type Signal = { signal: string; value: string; seen?: Day };

/** What one banner line says, as little of it as identification needs. */
export interface ShodanBanner {
  readonly address: string;
  readonly port: string;
  readonly seen: Day | undefined;
  readonly signals: readonly Signal[];
  readonly mac: string | undefined;
  readonly site: string | undefined;
  readonly name: string | undefined;
}

/** How the banners stand in the file: one a line, in a JSON list, or inside a host or search answer. */
type Form = 'lines' | 'list' | 'answer';

/** Reads the banners of a Shodan download or answer. The newest banner of a port wins. */
export function readShodan(file: PortfolioFile, form: Form): FileReading {
  const draft = startReading();
  const hosts = createHostCollector();
  let older = 0;
  for (const { line, value, issue } of banners(file, form)) {
    draft.rows++;
    const banner = value === undefined ? undefined : readShodanBanner(value);
    if (banner) older += hosts.add(banner, line);
    else
      draft.issues.push(
        issue ?? {
          code: 'AS_ROW',
          message: 'The line is no banner: it has no address.',
          file: file.name,
          line,
          lost: true,
        },
      );
  }
  if (older > 0)
    draft.notices.push(
      `${older} older banner${older > 1 ? 's' : ''} of a port that was seen again later ${older > 1 ? 'were' : 'was'} left out`,
    );
  for (const host of hosts.hosts()) {
    draft.sightings.push({
      row: { file: file.name, line: host.line },
      count: 1,
      address: host.address,
      signals: host.signals,
      ...present({ mac: host.mac, site: host.site, hostname: host.name, seen: host.seen }),
    });
  }
  return { ...draft, reader: form === 'answer' ? 'Shodan answer' : 'Shodan download' };
}

function* banners(
  file: PortfolioFile,
  form: Form,
): Generator<{ line: number; value?: unknown; issue?: Issue }> {
  if (form === 'lines') {
    for (const entry of jsonLines(oneChunk(file.bytes), file.name)) yield entry;
    return;
  }
  const whole = parseJson(oneChunk(file.bytes), file.name);
  if (form === 'list') {
    let number = 1;
    for (const value of asList(whole)) yield { line: number++, value };
    return;
  }
  const answer = asObject(whole) ?? {};
  const list = Array.isArray(answer.matches) ? answer.matches : asList(answer.data);
  let line = 1;
  for (const value of list) {
    // The services of a host answer do not repeat what the host has.
    yield {
      line: line++,
      value: { ...pick(answer, 'ip_str', 'org', 'tags', 'hostnames'), ...asObject(value) },
    };
  }
}

function pick(source: JsonObject, ...keys: string[]): Record<string, unknown> {
  return Object.fromEntries(keys.filter((key) => source[key] !== undefined).map((key) => [key, source[key]]));
}

/** One banner; nothing where it has no address. Raw data is read for server, realm and redirect lines only. */
export function readShodanBanner(value: unknown): ShodanBanner | undefined {
  const banner = asObject(value);
  const address = asText(banner?.ip_str) ?? asText(banner?.ipv6) ?? dottedAddress(banner?.ip);
  if (!banner || !address) return undefined;
  const day = (asText(banner.timestamp) ?? '').slice(0, 10);
  const seen = isDay(day) ? day : undefined;
  const signals: Signal[] = [];
  const add = (signal: string, text: string | undefined) => {
    if (text && !signals.some((known) => known.signal === signal && known.value === text))
      signals.push(seen ? { signal, value: text, seen } : { signal, value: text });
  };
  const port = asText(banner.port) ?? '';
  if (port) add('open port', `${asText(banner.transport) ?? 'tcp'}/${port}`);
  add('service product', asText(banner.product));
  const http = asObject(banner.http);
  if (http) {
    add('http server', asText(http.server));
    add('http title', asText(http.title));
    add('http location', asText(http.location));
  }
  const data = asText(banner.data);
  if (data) for (const { signal, value: text } of bannerSignals(data)) add(signal, text);
  const subject = asObject(at(banner, 'ssl', 'cert', 'subject'));
  if (subject)
    add(
      'certificate subject',
      Object.entries(subject)
        .map(([key, text]) => `${key}=${asText(text) ?? ''}`)
        .join(','),
    );
  for (const cpe of asList(banner.cpe23 ?? banner.cpe)) add('cpe', asText(cpe));
  for (const tag of asList(banner.tags)) add('tag', asText(tag));
  const mac = readMac(Object.keys(asObject(banner.mac) ?? {})[0] ?? '');
  return {
    address,
    port,
    seen,
    signals,
    mac: mac && isUnitMac(mac) ? mac : undefined,
    site: asText(banner.org) ?? textAt(banner, 'location', 'city'),
    name: asText(asList(banner.hostnames)[0]),
  };
}

/** The address as one number, as early downloads have it without its text. */
function dottedAddress(value: unknown): string | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 0xffffffff)
    return undefined;
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
}

interface Host {
  readonly address: string;
  readonly line: number;
  readonly signals: readonly Signal[];
  readonly seen: Day | undefined;
  readonly mac: string | undefined;
  readonly site: string | undefined;
  readonly name: string | undefined;
}

/** Brings the banners of an address together; `add` gives how many banners of the same port were left out as older. */
export function createHostCollector(): {
  add(banner: ShodanBanner, line: number): number;
  hosts(): Iterable<Host>;
} {
  const byAddress = new Map<string, { line: number; ports: Map<string, ShodanBanner> }>();
  return {
    add(banner, line) {
      const host = byAddress.get(banner.address);
      if (!host) {
        byAddress.set(banner.address, { line, ports: new Map([[banner.port, banner]]) });
        return 0;
      }
      const known = host.ports.get(banner.port);
      if (!known || (banner.seen ?? '') > (known.seen ?? '')) host.ports.set(banner.port, banner);
      return known ? 1 : 0;
    },
    *hosts() {
      for (const [address, { line, ports }] of byAddress) {
        const all = [...ports.values()];
        const newest = all.reduce((best, next) => ((next.seen ?? '') > (best.seen ?? '') ? next : best));
        yield {
          address,
          line,
          signals: all.flatMap((banner) => banner.signals),
          seen: newest.seen,
          mac: all.map((banner) => banner.mac).find(Boolean),
          site: newest.site,
          name: all.map((banner) => banner.name).find(Boolean),
        };
      }
    },
  };
}
