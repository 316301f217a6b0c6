export {
  type ColumnMapping,
  columnMappingSchema,
  describeMapping,
  type KnownValues,
  learnMapping,
} from './column-mapping.ts';
export { type MergedDevices, mergeDevices } from './merge-devices.ts';
export {
  type AnyReading,
  type PortfolioManifest,
  type PortfolioReading,
  readAny,
  readPortfolio,
  readPortfolioWithIssues,
} from './read-portfolio.ts';
export { createHostCollector, readShodanBanner, type ShodanBanner } from './readers/shodan.ts';
export type { FileReading, PortfolioFile, ReadOptions } from './reading.ts';
export { readFile } from './recognise.ts';
export type { Sighting } from './sighting.ts';
export {
  addressesInPart,
  type DeviceTableShape,
  devicesInPart,
  deviceTableShape,
  type StreamOptions,
  streamShodanDevices,
  type TablePart,
} from './stream-devices.ts';
