import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { get } from '../../api/client.ts';
import type { Asset, Portfolio } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { amountText, units } from '../../parts/amounts.tsx';
import { EffectMark, useEffectWord } from '../../parts/effect-mark.tsx';
import { NameText } from '../../parts/name-text.tsx';
import type { PageState } from '../../parts/page-state.ts';
import { PathText } from '../../parts/path-text.tsx';
import { QueryState } from '../../parts/query-state.tsx';
import { sorted } from '../../parts/sort-header.tsx';
import { VirtualTable } from '../../parts/virtual-table.tsx';

type Row = Portfolio['inventory'][number];

const gravity = [
  'blocked',
  'prohibited',
  'licence required',
  'not authorised',
  'ineligible',
  'rebuttable presumption',
  'removal required',
  'disclosure required',
  'red flag',
  'undetermined',
  'allowed',
];
const confidences = ['certain', 'probable', 'possible', 'unknown'];
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const rank = (words: readonly string[], word: string | undefined) =>
  word === undefined ? words.length : words.indexOf(word);
const orders: Readonly<Record<string, (a: Row, b: Row) => number>> = {
  thing: (a, b) => byText(a.label, b.label),
  kind: (a, b) => byText(a.kind, b.kind),
  site: (a, b) => byText(a.site ?? '', b.site ?? ''),
  maker: (a, b) => byText(a.maker ?? '\uffff', b.maker ?? '\uffff'),
  confidence: (a, b) => rank(confidences, a.confidence) - rank(confidences, b.confidence),
  effect: (a, b) => rank(gravity, a.effect) - rank(gravity, b.effect),
  value: (a, b) => (b.value ? units(b.value) : -1) - (a.value ? units(a.value) : -1),
};

/** Everything in the portfolio, with who made it and how sure that is; a row opens its evidence. */
export function Inventory({
  portfolio,
  state,
  set,
}: {
  readonly portfolio: Portfolio;
  readonly state: PageState;
  readonly set: (changes: PageState, options?: { readonly replace?: boolean }) => void;
}) {
  const { say } = useMessages();
  const word = useEffectWord();
  const filter = useDeferredValue((state.filter ?? '').toLowerCase());
  const { sort, flip, only } = state;
  const rows = useMemo(() => {
    const words = filter.split(/\s+/).filter((word) => word !== '');
    const kept = portfolio.inventory.filter((row) => {
      if (only === 'relabelled' && !row.relabelled) return false;
      const text =
        `${row.id} ${row.label} ${row.kind} ${row.site ?? ''} ${row.brand ?? ''} ${row.maker ?? ''} ${row.confidence ?? ''} ${row.effect ?? ''}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    return sorted(kept, orders, { key: sort ?? 'effect', flip: flip === 'yes' });
  }, [portfolio.inventory, filter, only, sort, flip]);
  const order = { key: sort ?? 'effect', flip: flip === 'yes' };
  const siteNames = new Map(portfolio.sites.map(({ id, name }) => [id, name]));
  return (
    <>
      <p className="filter-line">
        <label>
          {say('portfolioFilter')}{' '}
          <input
            type="search"
            value={state.filter ?? ''}
            onChange={(event) => set({ filter: event.target.value }, { replace: true })}
          />
        </label>{' '}
        <label>
          {say('portfolioOnly')}{' '}
          <select
            value={only ?? ''}
            onChange={(event) => set({ only: event.target.value }, { replace: true })}
          >
            <option value="">{say('portfolioOnlyAll')}</option>
            <option value="relabelled">{say('portfolioOnlyRelabelled')}</option>
          </select>
        </label>{' '}
        <span className="quiet" role="status">
          {say('portfolioOf', { shown: rows.length, all: portfolio.inventory.length })}
        </span>
      </p>
      <VirtualTable
        label={say('portfolioInventory')}
        rows={rows}
        rowKey={(row) => `${row.kind} ${row.id}`}
        chosen={
          state.asset === undefined
            ? undefined
            : rows.find((row) => row.id === state.asset) &&
              `${rows.find((row) => row.id === state.asset)!.kind} ${state.asset}`
        }
        choose={(row) => set({ asset: row.id === state.asset ? undefined : row.id }, { replace: true })}
        order={order}
        sort={(key) =>
          set({ sort: key, flip: order.key === key && !order.flip ? 'yes' : undefined }, { replace: true })
        }
        columns={[
          {
            id: 'thing',
            label: say('portfolioThing'),
            width: '2.2fr',
            isSortable: true,
            cell: (row) => (
              <>
                <NameText>{row.label}</NameText> <small>{row.id}</small>
              </>
            ),
          },
          {
            id: 'kind',
            label: say('portfolioKind'),
            width: '0.8fr',
            isSortable: true,
            cell: (row) => row.kind,
          },
          {
            id: 'site',
            label: say('portfolioSite'),
            width: '1fr',
            isSortable: true,
            cell: (row) => siteNames.get(row.site ?? '') ?? row.site ?? '',
          },
          {
            id: 'maker',
            label: say('portfolioMaker'),
            width: '1.8fr',
            isSortable: true,
            cell: (row) =>
              row.maker ? (
                <>
                  <NameText>{row.maker}</NameText>
                  {row.relabelled && (
                    <small className="soft"> {say('portfolioSoldAs', { brand: row.brand ?? '' })}</small>
                  )}
                </>
              ) : (
                ''
              ),
          },
          {
            id: 'confidence',
            label: say('portfolioConfidence'),
            width: '0.9fr',
            isSortable: true,
            cell: (row) => (row.confidence ? say(`confidence ${row.confidence}`) : ''),
          },
          {
            id: 'effect',
            label: say('portfolioEffect'),
            width: '1.5fr',
            isSortable: true,
            cell: (row) =>
              row.effect ? (
                <>
                  <EffectMark effect={row.effect} />
                  {row.wouldBe && (
                    <small className="soft"> {say('portfolioWouldBe', { effect: word(row.wouldBe) })}</small>
                  )}
                </>
              ) : (
                ''
              ),
          },
          {
            id: 'value',
            label: say('rehearseAmount'),
            width: '1fr',
            isNumber: true,
            isSortable: true,
            cell: (row) => (row.value ? amountText(row.value) : ''),
          },
        ]}
      />
      <div aria-live="polite">
        {state.asset ? (
          <Evidence portfolio={portfolio} asset={state.asset} />
        ) : (
          <p className="quiet screen-only">{say('portfolioOpen')}</p>
        )}
      </div>
    </>
  );
}

function Evidence({ portfolio, asset }: { readonly portfolio: Portfolio; readonly asset: string }) {
  const { say } = useMessages();
  const query = useQuery({
    queryKey: ['asset', portfolio.id, asset, portfolio.on],
    queryFn: ({ signal }) =>
      get<Asset>(
        `portfolios/${encodeURIComponent(portfolio.id)}/assets/${encodeURIComponent(asset)}`,
        { on: portfolio.on },
        signal,
      ),
  });
  return (
    <QueryState query={query}>
      {(one) => (
        <section className="detail" aria-label={one.label}>
          <h3>
            <NameText>{one.label}</NameText> <span className="quiet">{one.id}</span>
          </h3>
          {one.maker && (
            <p>
              {say('portfolioMaker')}: <NameText>{one.maker}</NameText>
              {one.confidence && `, ${say(`confidence ${one.confidence}`)}`}
              {one.score !== undefined && ` (${one.score.toFixed(2)})`}
            </p>
          )}
          {one.settle && (
            <p>
              <strong>{say('portfolioSettle')}</strong> <span lang="en">{one.settle}</span>
            </p>
          )}
          {(one.kind === 'device' || one.evidence.length > 0) && (
            <>
              <h4>{say('portfolioEvidence')}</h4>
              {one.evidence.length === 0 ? (
                <p>{say('portfolioNoEvidence')}</p>
              ) : (
                <ul lang="en">
                  {one.evidence.map((piece) => (
                    <li key={`${piece.signal} ${piece.value} ${piece.pointsTo}`}>
                      {piece.signal} <bdi>{piece.value}</bdi>:{' '}
                      {say(piece.for ? 'portfolioFor' : 'portfolioAgainst')} {piece.pointsTo}{' '}
                      <small>
                        {piece.weight > 0 ? '+' : ''}
                        {piece.weight.toFixed(1)}, {piece.source}
                      </small>
                    </li>
                  ))}
                </ul>
              )}
            </>
          )}
          {one.findings.length > 0 && (
            <>
              <h4>{say('portfolioFindings')}</h4>
              <ul lang="en">
                {one.findings.map((finding) => (
                  <li key={`${finding.activity} ${finding.effect} ${finding.explanation}`}>
                    <strong>{finding.activity}</strong> <EffectMark effect={finding.effect} />:{' '}
                    {finding.plain}{' '}
                    <small>
                      {finding.citation}
                      {finding.regime && ` · ${finding.regime}`}
                    </small>
                    <PathText path={finding.path} />
                  </li>
                ))}
              </ul>
            </>
          )}
          <p className="quiet">
            {say('portfolioWhere')}: {one.rows.map(({ file, line }) => `${file}:${line}`).join(', ')}
          </p>
        </section>
      )}
    </QueryState>
  );
}
