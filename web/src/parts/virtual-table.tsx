/* biome-ignore-all lint/a11y/useSemanticElements: rows that are placed one by one cannot be those of a table element. */
import './virtual-table.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useMessages } from '../messages/messages.tsx';
import { SortButton, type SortOrder } from './sort-header.tsx';
import { usePrinting } from './use-printing.ts';

/** Rows that are put on paper at the most; who has more hands over a file. */
const mostPrinted = 2000;

export interface Column<Row> {
  readonly id: string;
  readonly label: string;
  /** Share of the width, as CSS grid has it: `2fr`, `80px`. */
  readonly width: string;
  readonly isNumber?: boolean;
  readonly isSortable?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

/**
 * A table of any length: only the rows on view are in the page. Arrow keys, Page Up and Down, Home and End move between
 * rows, Enter opens one; rows are as high as their words need, so nothing is cut. On paper they stand one under another.
 */
export function VirtualTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  chosen,
  choose,
  order,
  sort,
  height = 560,
}: {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly chosen: string | undefined;
  readonly choose: (row: Row) => void;
  readonly order: SortOrder;
  readonly sort: (id: string) => void;
  readonly height?: number;
}) {
  const { say } = useMessages();
  const isPrinting = usePrinting();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => 37,
    overscan: 12,
    getItemKey: (index) => rowKey(rows[index]!),
  });
  useEffect(() => {
    if (active >= rows.length) setActive(Math.max(0, rows.length - 1));
  }, [active, rows.length]);

  const move = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 12,
      PageUp: -12,
      Home: -rows.length,
      End: rows.length,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = Math.min(rows.length - 1, Math.max(0, active + step));
      setActive(next);
      virtual.scrollToIndex(next);
    } else if ((event.key === 'Enter' || event.key === ' ') && rows[active]) {
      event.preventDefault();
      choose(rows[active]);
    }
  };

  // Shares of the room, whatever stands in a cell: the head is a grid of its own and would else divide it otherwise.
  const widths = columns.map(({ width }) => (width.endsWith('fr') ? `minmax(0, ${width})` : width));
  const template = { gridTemplateColumns: widths.join(' ') };
  const items = isPrinting ? printed(rows.length) : virtual.getVirtualItems();
  const isDrawn = items.some(({ index }) => index === active);
  return (
    <>
      <div
        ref={box}
        className={isPrinting ? 'virtual-table on-paper' : 'virtual-table'}
        {...(isPrinting ? {} : { style: { maxHeight: height } })}
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        tabIndex={0}
        {...(isDrawn ? { 'aria-activedescendant': `${id}-${active}` } : {})}
        onKeyDown={move}
      >
        <div role="row" className="virtual-head" style={template} aria-rowindex={1} tabIndex={-1}>
          {columns.map((column) => (
            <div
              key={column.id}
              role="columnheader"
              tabIndex={-1}
              className={column.isNumber ? 'number' : undefined}
              aria-sort={order.key === column.id ? (order.flip ? 'descending' : 'ascending') : 'none'}
            >
              {column.isSortable ? (
                <SortButton id={column.id} order={order} sort={sort}>
                  {column.label}
                </SortButton>
              ) : (
                column.label
              )}
            </div>
          ))}
        </div>
        <div
          role="rowgroup"
          className="virtual-body"
          {...(isPrinting ? {} : { style: { height: virtual.getTotalSize() } })}
        >
          {items.map((item) => {
            const row = rows[item.index]!;
            const key = rowKey(row);
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the grid, which names the active row.
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={item.index}
                id={`${id}-${item.index}`}
                role="row"
                tabIndex={-1}
                aria-rowindex={item.index + 2}
                aria-selected={key === chosen}
                className={`virtual-row${item.index === active ? ' active' : ''}`}
                style={isPrinting ? template : { ...template, transform: `translateY(${item.start}px)` }}
                onClick={() => {
                  setActive(item.index);
                  choose(row);
                }}
              >
                {columns.map((column) => (
                  // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the grid, which names the active row.
                  <div key={column.id} role="gridcell" className={column.isNumber ? 'number' : undefined}>
                    {column.cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      {isPrinting && rows.length > mostPrinted && (
        <p>{say('printedFirst', { count: mostPrinted, all: rows.length })}</p>
      )}
    </>
  );
}

/** Rows in their order, without a place: paper has its own. */
function printed(count: number): { readonly index: number; readonly start: number }[] {
  return Array.from({ length: Math.min(count, mostPrinted) }, (_, index) => ({ index, start: 0 }));
}
