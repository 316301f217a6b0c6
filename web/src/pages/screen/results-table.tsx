import type { Screened, ScreenedRow } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { FilterLine } from '../../parts/filter-line.tsx';
import { NameText } from '../../parts/name-text.tsx';
import type { PageState } from '../../parts/page-state.ts';
import { useRows } from '../../parts/use-rows.ts';
import { VirtualTable } from '../../parts/virtual-table.tsx';

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const score = (row: ScreenedRow) => row.best?.score ?? (row.status === 'error' ? 2 : -1);
const orders: Readonly<Record<string, (a: ScreenedRow, b: ScreenedRow) => number>> = {
  row: (a, b) => a.row - b.row,
  name: (a, b) => byText(a.name, b.name),
  best: (a, b) => byText(a.best?.caption ?? '\uffff', b.best?.caption ?? '\uffff'),
  score: (a, b) => score(b) - score(a) || a.row - b.row,
  strength: (a, b) => (b.best?.strength ?? -1) - (a.best?.strength ?? -1) || a.row - b.row,
  listed: (a, b) => (b.best?.listed.length ?? -1) - (a.best?.listed.length ?? -1) || a.row - b.row,
};

const keeps = ({ status }: ScreenedRow, only: string | undefined) =>
  only === 'hits' ? status === 'hit' : only !== 'errors' || status === 'error';
const wordsOf = ({ name, best }: ScreenedRow) => [
  name,
  best?.caption,
  best?.matched,
  ...(best?.listed ?? []),
];

/** All rows of a screening. What could not be screened stands first by score: it is a question, no clearance. */
export function ResultsTable({
  screened,
  state,
  set,
}: {
  readonly screened: Screened;
  readonly state: PageState;
  readonly set: (changes: PageState, options?: { readonly replace?: boolean }) => void;
}) {
  const { say } = useMessages();
  const { shown, order, sort } = useRows({
    rows: screened.rows,
    keeps,
    wordsOf,
    orders,
    first: 'score',
    state,
    set,
  });
  return (
    <>
      <FilterLine
        name="only"
        label={say('screenOnly')}
        choices={[
          ['', say('screenAll')],
          ['hits', say('screenHits')],
          ['errors', say('screenErrors')],
        ]}
        status={say('screenShown', { shown: shown.length, all: screened.rows.length })}
        state={state}
        set={set}
      />
      <VirtualTable
        label={say('screenResults')}
        rows={shown}
        rowKey={(row) => String(row.row)}
        chosen={state.row}
        choose={(row) =>
          set({ row: String(row.row) === state.row ? undefined : String(row.row) }, { replace: true })
        }
        order={order}
        sort={sort}
        height={520}
        columns={[
          {
            id: 'row',
            label: say('screenRow'),
            width: '72px',
            isNumber: true,
            isSortable: true,
            cell: (row) => row.row,
          },
          {
            id: 'name',
            label: say('screenName'),
            width: '2fr',
            isSortable: true,
            cell: (row) => <NameText>{row.name}</NameText>,
          },
          {
            id: 'best',
            label: say('screenBest'),
            width: '2.4fr',
            isSortable: true,
            cell: (row) =>
              row.best ? (
                <>
                  <NameText>{row.best.caption}</NameText>
                  {row.hits > 1 && (
                    <small>
                      {' '}
                      {say(row.more ? 'screenOthersAndMore' : 'screenOthers', { count: row.hits - 1 })}
                    </small>
                  )}
                </>
              ) : row.status === 'error' ? (
                <strong>
                  {say('screenError')}: {row.error}
                </strong>
              ) : (
                <span className="quiet">{say('screenNoHit')}</span>
              ),
          },
          {
            id: 'score',
            label: say('screenScore'),
            width: '80px',
            isNumber: true,
            isSortable: true,
            cell: (row) => row.best?.score.toFixed(2) ?? '',
          },
          {
            id: 'strength',
            label: say('screenStrength'),
            width: '96px',
            isNumber: true,
            isSortable: true,
            cell: (row) => row.best?.strength.toFixed(2) ?? '',
          },
          {
            id: 'listed',
            label: say('screenListed'),
            width: '2fr',
            isSortable: true,
            cell: (row) => <span lang="en">{row.best?.listed.join(', ') ?? ''}</span>,
          },
        ]}
      />
    </>
  );
}
