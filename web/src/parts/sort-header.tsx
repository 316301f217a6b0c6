import './sort-header.css';
import type { ReactNode } from 'react';

/** Which column orders a table; without one, the order of the service. */
export interface SortOrder {
  readonly key: string | undefined;
  readonly flip: boolean;
}

/** The rows in an order; the order of the service where the key is none of the known ones. */
export function sorted<Row>(
  rows: readonly Row[],
  orders: Readonly<Record<string, (a: Row, b: Row) => number>>,
  { key, flip }: SortOrder,
): readonly Row[] {
  const order = key === undefined ? undefined : orders[key];
  if (!order) return rows;
  return [...rows].sort(flip ? (a, b) => order(b, a) : order);
}

/** The head of a column that orders the table; pressed again, it turns the order round. */
export function SortHeader({
  id,
  order,
  sort,
  isNumber = false,
  children,
}: {
  readonly id: string;
  readonly order: SortOrder;
  readonly sort: (id: string) => void;
  readonly isNumber?: boolean;
  readonly children: ReactNode;
}) {
  const isActive = order.key === id;
  return (
    <th
      scope="col"
      className={isNumber ? 'number' : undefined}
      aria-sort={isActive ? (order.flip ? 'descending' : 'ascending') : 'none'}
    >
      <SortButton id={id} order={order} sort={sort}>
        {children}
      </SortButton>
    </th>
  );
}

/** What one presses in the head of a column. */
export function SortButton({
  id,
  order,
  sort,
  children,
}: {
  readonly id: string;
  readonly order: SortOrder;
  readonly sort: (id: string) => void;
  readonly children: ReactNode;
}) {
  return (
    <button type="button" className="sort" onClick={() => sort(id)}>
      {children}
      <span aria-hidden="true" className="sort-sign">
        {order.key === id ? (order.flip ? '▴' : '▾') : '▿'}
      </span>
    </button>
  );
}
