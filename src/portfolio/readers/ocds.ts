import type { Contract, Identifier, Money, Vendor } from '../../model/index.ts';
import { readAmount } from '../cell-numbers.ts';
import { readDay } from '../cell-values.ts';
import { type FileReading, type PortfolioFile, present, startReading } from '../reading.ts';
import { asList, asObject, asText, at, type JsonObject, objectsIn, textAt } from './json-shape.ts';

const style = { dayOrder: 'day first', decimal: '.' } as const;

/** Reads an OCDS 1.1 release package, record package, release list or single release; of records the compiled release. */
export function readOcds(file: PortfolioFile, value: unknown): FileReading {
  const draft = startReading();
  const releases = releasesOf(value);
  const byOcid = new Map<string, Map<string, Contract>>();
  const vendors = new Map<string, Vendor>();
  releases.forEach((release, index) => {
    draft.rows++;
    const row = { file: file.name, line: index + 1 };
    const ocid = asText(release.ocid) ?? asText(release.id) ?? `${file.name}#${index + 1}`;
    const contracts = byOcid.get(ocid) ?? new Map<string, Contract>();
    byOcid.set(ocid, contracts);
    // Later releases of a process restate earlier ones: the last statement of a contract holds.
    for (const contract of contractsOf(release, ocid, row)) contracts.set(contract.id, contract);
    for (const party of asList(release.parties)) {
      const entry = asObject(party);
      const name = asText(entry?.name);
      const partyRoles = asList(entry?.roles).map(asText);
      if (!entry || !name || partyRoles.every((role) => ownRoles.has(role ?? ''))) continue;
      const owners = asList(entry.beneficialOwners).flatMap((owner) => textAt(owner, 'name') ?? []);
      vendors.set(`${ocid} ${textAt(entry, 'id') ?? name}`, {
        kind: 'vendor',
        id: `${ocid} ${textAt(entry, 'id') ?? name}`,
        rows: [row],
        name,
        identifiers: identifiersOf(entry),
        ...present({
          provides: partyRoles.filter(Boolean).join(', '),
          country: countryOf(textAt(entry, 'address', 'countryName')),
          notes: owners.length > 0 ? `beneficial owners as stated: ${owners.join(', ')}` : undefined,
        }),
      });
    }
  });
  draft.assets.push(
    ...[...byOcid.values()].flatMap((contracts) => [...contracts.values()]),
    ...vendors.values(),
  );
  if (draft.assets.length === 0)
    draft.notices.push('no award, contract or supplier yet: the process is at planning or tender');
  return { ...draft, reader: 'OCDS' };
}

const ownRoles: ReadonlySet<string> = new Set([
  'buyer',
  'procuringEntity',
  'funder',
  'reviewBody',
  'enquirer',
]);

function releasesOf(value: unknown): JsonObject[] {
  const root = asObject(value);
  const records = asList(root?.records).map(
    (record) => at(record, 'compiledRelease') ?? asList(at(record, 'releases')).at(-1),
  );
  const list = Array.isArray(value)
    ? value
    : root?.releases
      ? asList(root.releases)
      : records.length > 0
        ? records
        : [value];
  return objectsIn(list);
}

function contractsOf(release: JsonObject, ocid: string, row: { file: string; line: number }): Contract[] {
  const awards = objectsIn(release.awards);
  const contracts = objectsIn(release.contracts);
  const tenderItems = asList(at(release, 'tender', 'items'));
  return awards.flatMap((award) => {
    const own = contracts.filter((contract) => textAt(contract, 'awardID') === textAt(award, 'id'));
    const sources: (JsonObject | undefined)[] = own.length > 0 ? own : [undefined];
    return sources.flatMap((contract) =>
      asList(award.suppliers).map((supplier): Contract => {
        const items =
          [contract?.items, award.items, tenderItems].map(asList).find((list) => list.length > 0) ?? [];
        const item = items.flatMap((entry) => textAt(entry, 'description') ?? []).join('; ');
        const party = partyOf(release, supplier);
        return {
          kind: 'contract',
          id: `${ocid} ${textAt(contract, 'id') ?? textAt(award, 'id') ?? ''} ${textAt(supplier, 'id') ?? textAt(supplier, 'name') ?? ''}`.trim(),
          rows: [row],
          title:
            textAt(contract, 'title') ?? textAt(award, 'title') ?? textAt(release, 'tender', 'title') ?? ocid,
          counterparty: textAt(supplier, 'name') ?? textAt(supplier, 'id') ?? 'unnamed supplier',
          counterpartyRole: 'supplier',
          identifiers: party ? identifiersOf(party) : [],
          ...present({
            value: moneyOf(at(contract, 'value')) ?? moneyOf(award.value),
            signed: dayAt(contract, 'dateSigned') ?? dayAt(award, 'date'),
            start: dayAt(contract, 'period', 'startDate') ?? dayAt(award, 'contractPeriod', 'startDate'),
            end: dayAt(contract, 'period', 'endDate') ?? dayAt(award, 'contractPeriod', 'endDate'),
            item: item || undefined,
          }),
        };
      }),
    );
  });
}

function partyOf(release: JsonObject, supplier: unknown): JsonObject | undefined {
  return objectsIn(release.parties).find((party) => textAt(party, 'id') === textAt(supplier, 'id'));
}

function identifiersOf(party: JsonObject): Identifier[] {
  return [at(party, 'identifier'), ...asList(party.additionalIdentifiers)].flatMap((entry): Identifier[] => {
    const value = textAt(entry, 'id');
    const scheme = textAt(entry, 'scheme');
    if (!value) return [];
    if (scheme === 'XI-LEI') return [{ kind: 'LEI', value }];
    if (scheme === 'US-SAM' || scheme === 'US-UEI') return [{ kind: 'UEI', value }];
    if (scheme === 'US-DUNS' || scheme === 'XI-DUNS') return [{ kind: 'DUNS', value }];
    return [{ kind: 'registration number', value, ...(scheme ? { issuer: scheme } : {}) }];
  });
}

function moneyOf(value: unknown): Money | undefined {
  const amount = textAt(value, 'amount');
  return amount ? readAmount(amount, textAt(value, 'currency'), style) : undefined;
}

function dayAt(value: unknown, ...path: string[]) {
  const text = textAt(value, ...path);
  return text === undefined ? undefined : readDay(text, style);
}

function countryOf(name: string | undefined): string | undefined {
  return name && /^[A-Za-z]{2}$/.test(name) ? name.toLowerCase() : undefined;
}
