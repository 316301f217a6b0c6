import {
  child,
  childrenOf,
  childText,
  descendants,
  oneChunk,
  type XmlElement,
  xmlRecords,
} from '../../formats/index.ts';
import { type Day, isUnitMac, lookUp, readMac } from '../../model/index.ts';
import { readStreamPath } from '../cell-values.ts';
import { type FileReading, type PortfolioFile, present, startReading } from '../reading.ts';
import { bannerSignals } from './table-devices.ts';

type Signals = { signal: string; value: string; seen?: Day }[];

/**
 * Reads nmap XML, aborted scans too: whole hosts are kept and the cut is reported. Hosts that are down are left out.
 * `method="table"` is only the usual name of a port and no evidence; scripts are read for titles, servers, certificates
 * and favicons only, so that what they found of credentials is never read.
 */
export function readNmap(file: PortfolioFile): FileReading {
  const draft = startReading();
  let scanned: Day | undefined;
  const hosts = xmlRecords(oneChunk(file.bytes), {
    file: file.name,
    records: new Set(['host']),
    tolerateCut: true,
    report: (issue) => draft.issues.push(issue),
    onOpen: (name, attributes) => {
      if (name === 'nmaprun') scanned = dayOfSeconds(attributes.start);
    },
  });
  let down = 0;
  for (const host of hosts) {
    draft.rows++;
    if (child(host, 'status')?.attributes.state === 'down') {
      down++;
      continue;
    }
    readHost(host, file.name, scanned, draft);
  }
  if (down > 0)
    draft.notices.push(
      `${down} host${down > 1 ? 's' : ''} did not answer and ${down > 1 ? 'are' : 'is'} left out`,
    );
  if (draft.rows === 0) draft.notices.push('the scan has no hosts');
  return { ...draft, reader: 'nmap XML' };
}

function readHost(
  host: XmlElement,
  file: string,
  scanned: Day | undefined,
  draft: ReturnType<typeof startReading>,
): void {
  const addresses = childrenOf(host, 'address');
  const macEntry = addresses.find((entry) => entry.attributes.addrtype === 'mac');
  const mac = readMac(macEntry?.attributes.addr ?? '');
  const seen = dayOfSeconds(host.attributes.endtime ?? host.attributes.starttime) ?? scanned;
  const signals: Signals = [];
  const add = (signal: string, value: string | undefined) => {
    if (value) signals.push({ signal, value, ...(seen ? { seen } : {}) });
  };
  add('mac vendor', macEntry?.attributes.vendor);
  const name = child(child(host, 'hostnames'), 'hostname')?.attributes.name;
  let type: string | undefined;
  for (const port of childrenOf(child(host, 'ports'), 'port')) {
    if (child(port, 'state')?.attributes.state !== 'open') continue;
    add('open port', `${port.attributes.protocol ?? 'tcp'}/${port.attributes.portid ?? ''}`);
    const service = child(port, 'service');
    if (service && service.attributes.method !== 'table') {
      add('service product', service.attributes.product);
      type ??= service.attributes.devicetype;
      const realm = /realm "?([^"]+)"?/i.exec(service.attributes.extrainfo ?? '')?.[1];
      add('realm', realm);
      for (const cpe of childrenOf(service, 'cpe')) add('cpe', cpe.text);
    }
    for (const script of childrenOf(port, 'script')) readScript(script, add);
  }
  const address = addresses.find((entry) => entry.attributes.addrtype !== 'mac')?.attributes.addr;
  draft.sightings.push({
    row: { file, line: host.line },
    count: 1,
    signals,
    ...present({
      mac: mac && isUnitMac(mac) ? mac : undefined,
      address,
      hostname: name,
      type,
      seen,
    }),
  });
}

function readScript(script: XmlElement, add: (signal: string, value: string | undefined) => void): void {
  const output = script.attributes.output ?? '';
  switch (script.attributes.id) {
    case 'http-title': {
      const title = [...descendants(script, 'elem')].find((elem) => elem.attributes.key === 'title')?.text;
      add('http title', title ?? output.trim());
      break;
    }
    case 'http-server-header':
      add('http server', childText(script, 'elem') ?? output.trim());
      break;
    case 'ssl-cert': {
      const subject = childrenOf(script, 'table').find((table) => table.attributes.key === 'subject');
      const parts = childrenOf(subject, 'elem').map(
        (elem) => `${shortName(elem.attributes.key ?? '')}=${elem.text}`,
      );
      add('certificate subject', parts.length > 0 ? parts.join(',') : /Subject: ([^\n]+)/.exec(output)?.[1]);
      break;
    }
    case 'http-favicon':
      add('favicon', /\b[0-9a-f]{32}\b/i.exec(output)?.[0]);
      break;
    case 'rtsp-methods':
    case 'http-headers':
      for (const { signal, value } of bannerSignals(output)) add(signal, value);
      break;
    case 'rtsp-url-brute':
      for (const url of output.match(/rtsp:\/\/\S+/g) ?? []) add('stream path', readStreamPath(url));
      break;
  }
}

const subjectNames: Readonly<Record<string, string>> = {
  commonName: 'CN',
  organizationName: 'O',
  organizationalUnitName: 'OU',
  countryName: 'C',
};

function shortName(key: string): string {
  return lookUp(subjectNames, key) ?? key;
}

function dayOfSeconds(text: string | undefined): Day | undefined {
  const seconds = Number(text);
  return text && Number.isSafeInteger(seconds) && seconds > 0 && seconds < 1e11
    ? (new Date(seconds * 1000).toISOString().slice(0, 10) as Day)
    : undefined;
}
