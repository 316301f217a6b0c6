import { decodeText, gunzip, isGzip, isZip, jsonLines, oneChunk, parseJson } from '../formats/index.ts';
import { Fault } from '../model/index.ts';
import { areAddressLines, readAddressLines } from './readers/address-lines.ts';
import { censysHosts, isCensysHost, readCensys, readCensysLines } from './readers/censys.ts';
import { readCycloneDx } from './readers/cyclonedx.ts';
import { readIso20022 } from './readers/iso20022.ts';
import { asList, asObject, type JsonObject } from './readers/json-shape.ts';
import { readMt103 } from './readers/mt103.ts';
import { areNeighbourBlocks, readNeighbourBlocks } from './readers/neighbour-blocks.ts';
import { readNetworkTable, recogniseNetworkTable } from './readers/network-tables.ts';
import { readNmap } from './readers/nmap.ts';
import { isNmapText, readNmapText } from './readers/nmap-text.ts';
import { readOcds } from './readers/ocds.ts';
import { readOnvifProbe } from './readers/onvif-probe.ts';
import { readNport, readThirteenF } from './readers/sec-holdings.ts';
import { readShodan } from './readers/shodan.ts';
import { readCsvTable, readJsonTable, readWorkbookTables } from './readers/table.ts';
import type { FileReading, PortfolioFile, ReadOptions } from './reading.ts';

/**
 * Tells the format of a file by its content, whatever its name, and reads it. Throws `AS_FILE_FORMAT` for what is
 * none of the known formats, `AS_FILE_EMPTY` for an empty file, `AS_FILE_TOO_LARGE` for what unpacks beyond the limits.
 */
export function readFile(given: PortfolioFile, options: ReadOptions = {}): FileReading {
  const file = isGzip(given.bytes) ? { name: given.name, bytes: gunzip(given.bytes, given.name) } : given;
  if (file.bytes.length === 0) {
    throw new Fault('AS_FILE_EMPTY', 'The file is empty.', {
      place: { file: file.name },
      remedy: 'Export it again.',
    });
  }
  if (isZip(file.bytes)) return readWorkbookTables(file, options);
  const head = decodeText(file.bytes.subarray(0, 16_384)).text.trimStart();
  if (/^</.test(head)) return readXml(file, head);
  if (/^[[{]/.test(head) && !/^\{1:/.test(head)) return readJson(file, head, options);
  if (/^\{1:/.test(head) || /\{4:\r?\n:20:/.test(head)) return readMt103(file);
  if (isNmapText(head)) return readNmapText(file);
  const network = recogniseNetworkTable(head);
  if (network) return readNetworkTable(file, network);
  if (areNeighbourBlocks(head)) return readNeighbourBlocks(file);
  return areAddressLines(head) ? readAddressLines(file) : readCsvTable(file, options);
}

function readXml(file: PortfolioFile, head: string): FileReading {
  if (/<nmaprun\b/.test(head)) return readNmap(file);
  if (/ProbeMatch/.test(head)) return readOnvifProbe(file);
  if (/<([a-z0-9]+:)?informationTable\b/i.test(head)) return readThirteenF(file);
  if (/<([a-z0-9]+:)?edgarSubmission\b/i.test(head) && /nport/i.test(head)) return readNport(file);
  if (/<([a-z0-9]+:)?Document\b/.test(head) && /(pain|pacs|camt)\.\d{3}/.test(head))
    return readIso20022(file);
  throw new Fault('AS_FILE_FORMAT', 'The XML is none of the kinds that are known.', {
    place: { file: file.name },
    remedy: 'Known are nmap, ONVIF probe answers, N-PORT, 13F and ISO 20022 payments.',
  });
}

function readJson(file: PortfolioFile, head: string, options: ReadOptions): FileReading {
  if (isJsonLines(head)) {
    const first = asObject(firstLine(file));
    if (first?.ip_str !== undefined) return readShodan(file, 'lines');
    if (isCensysHost(first)) return readCensysLines(file);
    refuseOwnershipData(file, first);
    return readJsonTable(file, jsonLines(oneChunk(file.bytes), file.name), options);
  }
  const value = parseJson(oneChunk(file.bytes), file.name);
  const root = asObject(value);
  const list = asList(value);
  const first = asObject(list[0]);
  if (root?.bomFormat === 'CycloneDX') return readCycloneDx(file, value);
  if (root && (Array.isArray(root.matches) || (root.ip_str !== undefined && Array.isArray(root.data)))) {
    return readShodan(file, 'answer');
  }
  if (root?.ip_str !== undefined) return readShodan(file, 'lines');
  if (first?.ip_str !== undefined) return readShodan(file, 'list');
  const hosts = censysHosts(root, list);
  if (hosts.length > 0) return readCensys(file, hosts);
  refuseOwnershipData(file, first ?? root);
  if (root?.releases || root?.records || root?.ocid || root?.awards || root?.parties || first?.ocid) {
    return readOcds(file, value);
  }
  const entries = list.length > 0 ? list : listInside(root);
  if (entries.length > 0) {
    return readJsonTable(
      file,
      entries.map((entry, index) => ({ line: index + 1, value: entry })),
      options,
    );
  }
  throw new Fault('AS_FILE_FORMAT', 'The JSON is none of the kinds that are known.', {
    place: { file: file.name },
    remedy: 'Known are Shodan, Censys, OCDS, CycloneDX and lists of flat objects; give other assets as CSV.',
  });
}

/** The one list of objects that an answer of a program wraps: `results`, `rows`, `data`, whatever it is called. */
function listInside(root: JsonObject | undefined): readonly unknown[] {
  const lists = Object.values(root ?? {}).flatMap((value) => {
    const list = asList(value);
    if (asObject(list[0])) return [list];
    const inner = Object.values(asObject(value) ?? {})
      .map(asList)
      .filter((one) => asObject(one[0]));
    return inner;
  });
  return lists.reduce((longest, next) => (next.length > longest.length ? next : longest), []);
}

/** Several objects, one a line: the first line is an object by itself and more follows. */
function isJsonLines(head: string): boolean {
  const end = head.indexOf('\n');
  if (!head.startsWith('{')) return false;
  const line = (end < 0 ? head : head.slice(0, end)).trim();
  if (end < 0) return head.length > 16_000 && /"ip_str"/.test(head);
  try {
    JSON.parse(line);
    return head.slice(end).trim() !== '';
  } catch {
    return end > 16_000;
  }
}

function firstLine(file: PortfolioFile): unknown {
  for (const entry of jsonLines(oneChunk(file.bytes), file.name)) if ('value' in entry) return entry.value;
  return undefined;
}

/** Ownership statements are no assets of the user's; they say who owns whom. */
function refuseOwnershipData(file: PortfolioFile, sample: ReturnType<typeof asObject>): void {
  const isOwnership =
    sample &&
    (sample.statementID !== undefined ||
      sample.statementId !== undefined ||
      sample.statementType !== undefined ||
      sample.company_number !== undefined ||
      sample.natures_of_control !== undefined ||
      asObject(sample.data)?.kind !== undefined ||
      (sample.schema !== undefined && sample.properties !== undefined) ||
      (sample.links !== undefined && sample.regime !== undefined) ||
      Object.values(sample).some((value) => Array.isArray(value) && asObject(value[0])?.links !== undefined));
  if (!isOwnership) return;
  throw new Fault('AS_FILE_FORMAT', 'The file says who owns whom; it has no assets of yours.', {
    place: { file: file.name },
    remedy: '`aftershock owners PARTY --in FILE --assume LISTED` reads it.',
  });
}
