import type { SourceRecord } from '../../model/source-record.ts';

/** An entry as known before, with what an extract adds: an extract that leaves a name out does not take it away. */
export function widened(before: SourceRecord, extract: SourceRecord): SourceRecord {
  const attributes: Record<string, readonly string[]> = { ...before.attributes };
  for (const [name, values] of Object.entries(extract.attributes)) {
    attributes[name] = joined(attributes[name] ?? [], values);
  }
  return {
    ...before,
    ...extract,
    names: joined(before.names, extract.names),
    identifiers: joined(before.identifiers, extract.identifiers),
    countries: joined(before.countries, extract.countries),
    nationalities: joined(before.nationalities, extract.nationalities),
    addresses: joined(before.addresses, extract.addresses),
    birthDates: joined(before.birthDates, extract.birthDates),
    birthPlaces: joined(before.birthPlaces, extract.birthPlaces),
    titles: joined(before.titles, extract.titles),
    attributes,
    relations: joined(before.relations, extract.relations),
    remarks: joined(before.remarks, extract.remarks),
  };
}

function joined<Item>(before: readonly Item[], added: readonly Item[]): Item[] {
  const byText = new Map<string, Item>();
  for (const item of [...before, ...added]) {
    const text = JSON.stringify(item);
    if (!byText.has(text)) byText.set(text, item);
  }
  return [...byText.values()];
}
