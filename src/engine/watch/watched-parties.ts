import { labelOf } from '../../exposure/index.ts';
import type { MatchQuery } from '../../match/index.ts';
import type { Asset, FileRow, Identifier, Issue, Portfolio } from '../../model/index.ts';
import { readScreenRows } from '../screening/read-rows.ts';

/** A name that the user deals with, and where it stands in the user's files. */
export interface WatchedParty {
  /** Id of the asset or row. */
  readonly asset: string;
  readonly label: string;
  /** `vendor`, `issuer`, `beneficiary`: in what role the asset names it; nothing for a row of a screening file. */
  readonly role?: string;
  readonly at?: FileRow;
  readonly query: MatchQuery;
}

/**
 * The parties that the assets of a portfolio name. Their kind is left open, since a vendor or payee may be a person; only
 * securities are issued by organisations. Devices name nobody: their makers are told from other evidence.
 */
export function* partiesOfPortfolio(portfolio: Portfolio): Generator<WatchedParty> {
  for (const asset of portfolio.assets) {
    const [at] = asset.rows;
    for (const { role, query } of namedBy(asset)) {
      if (query.names[0]?.trim() === '') continue;
      yield { asset: asset.id, label: labelOf(asset), role, ...(at === undefined ? {} : { at }), query };
    }
  }
}

function namedBy(asset: Asset): { readonly role: string; readonly query: MatchQuery }[] {
  switch (asset.kind) {
    case 'device':
      return [];
    case 'vendor':
      return [{ role: 'vendor', query: queryOf(asset.name, asset) }];
    case 'contract':
      return [{ role: asset.counterpartyRole, query: queryOf(asset.counterparty, asset) }];
    case 'holding': {
      const isin: Identifier[] = asset.isin === undefined ? [] : [{ kind: 'ISIN', value: asset.isin }];
      const query = queryOf(asset.issuer, { identifiers: [...asset.identifiers, ...isin] });
      return [{ role: 'issuer', query: { ...query, kind: 'company' } }];
    }
    case 'payment':
      return asset.parties.map((party) => ({ role: party.role, query: queryOf(party.name, party) }));
  }
}

interface StatedFacts {
  readonly identifiers: readonly Identifier[];
  readonly country?: string;
  readonly address?: string;
}

function queryOf(name: string, { identifiers, country, address }: StatedFacts): MatchQuery {
  return {
    names: [name],
    kind: 'any',
    identifiers: identifiers.map(({ kind, value }) => ({ kind, value })),
    ...(country === undefined ? {} : { countries: [country.toLowerCase()] }),
    ...(address === undefined ? {} : { addresses: [address] }),
  };
}

/** The rows of a screening file, as `screen --in` reads them. A row that names nobody is reported and not watched. */
export async function* partiesOfFile(
  file: string,
  columns: Readonly<Record<string, string>>,
  report: (issue: Issue) => void,
): AsyncGenerator<WatchedParty> {
  for await (const { id, line, query, problem } of readScreenRows(file, columns, report)) {
    if (query) yield { asset: id, label: query.names[0] ?? id, at: { file, line }, query };
    else {
      const message = problem?.message ?? 'The row cannot be read.';
      report({ code: 'AS_ROW', message, file, line, lost: true });
    }
  }
}
