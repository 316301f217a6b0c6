import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.ts';
import type { Asset, Portfolio } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { amountText, units } from '../../parts/amounts.tsx';
import { EffectMark, useEffectWord } from '../../parts/effect-mark.tsx';
import { FilterLine } from '../../parts/filter-line.tsx';
import { NameText } from '../../parts/name-text.tsx';
import { Opened } from '../../parts/opened.tsx';
import type { PageState } from '../../parts/page-state.ts';
import { PathText } from '../../parts/path-text.tsx';
import { QueryState } from '../../parts/query-state.tsx';
import { useRows } from '../../parts/use-rows.ts';
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

const keyOf = ({ kind, id }: Row) => `${kind} ${id}`;
const keeps = (row: Row, only: string | undefined) => only !== 'relabelled' || row.relabelled;
const wordsOf = (row: Row) => [
  row.id,
  row.label,
  row.kind,
  row.site,
  row.brand,
  row.maker,
  row.confidence,
  row.effect,
];

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
  const { shown, order, sort } = useRows({
    rows: portfolio.inventory,
    keeps,
    wordsOf,
    orders,
    first: 'effect',
    state,
    set,
  });
  const siteNames = new Map(portfolio.sites.map(({ id, name }) => [id, name]));
  const chosen = shown.find(({ id }) => id === state.asset);
  return (
    <>
      <FilterLine
        name="only"
        label={say('portfolioOnly')}
        choices={[
          ['', say('portfolioOnlyAll')],
          ['relabelled', say('portfolioOnlyRelabelled')],
        ]}
        status={say('portfolioOf', { shown: shown.length, all: portfolio.inventory.length })}
        state={state}
        set={set}
      />
      <VirtualTable
        label={say('portfolioInventory')}
        rows={shown}
        rowKey={keyOf}
        chosen={chosen && keyOf(chosen)}
        choose={(row) => set({ asset: row.id === state.asset ? undefined : row.id }, { replace: true })}
        order={order}
        sort={sort}
        columns={[
          {
            id: 'thing',
            label: say('portfolioAsset'),
            width: '2.2fr',
            isSortable: true,
            cell: (row) => (
              <>
                <NameText>{row.label}</NameText> <small className="whole">{row.id}</small>
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
            width: '1.4fr',
            isSortable: true,
            cell: (row) => siteNames.get(row.site ?? '') ?? row.site ?? '',
          },
          {
            id: 'maker',
            label: say('portfolioMaker'),
            width: '1.5fr',
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
        <Opened label={one.label}>
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
        </Opened>
      )}
    </QueryState>
  );
}
