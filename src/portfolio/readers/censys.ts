import { type Day, isDay } from '../../model/index.ts';
import { type FileReading, type PortfolioFile, present, startReading } from '../reading.ts';
import { asList, asText, at, textAt } from './json-shape.ts';
import { bannerSignals } from './table-devices.ts';

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
      if (value) signals.push({ signal, value, ...(seen ? { seen } : {}) });
    };
    for (const service of asList(at(host, 'services'))) {
      const port = textAt(service, 'port');
      if (port) add('open port', `${(textAt(service, 'transport_protocol') ?? 'tcp').toLowerCase()}/${port}`);
      add('http title', textAt(service, 'http', 'response', 'html_title'));
      for (const server of asList(at(service, 'http', 'response', 'headers', 'Server')))
        add('http server', asText(server));
      for (const { signal, value } of bannerSignals(textAt(service, 'banner') ?? '')) add(signal, value);
      add('certificate subject', textAt(service, 'tls', 'certificates', 'leaf_data', 'subject_dn'));
      for (const software of asList(at(service, 'software')))
        add('cpe', textAt(software, 'uniform_resource_identifier'));
    }
    for (const label of asList(at(host, 'labels'))) add('tag', asText(label));
    draft.sightings.push({
      row: { file: file.name, line: index + 1 },
      address,
      count: 1,
      signals,
      ...present({
        site: textAt(host, 'autonomous_system', 'name'),
        seen,
        name: textAt(host, 'dns', 'names'),
      }),
    });
  });
  return { ...draft, reader: 'Censys hosts' };
}
