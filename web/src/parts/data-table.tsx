import type { ReactNode } from 'react';
import { ScrollBox } from './scroll-box.tsx';

export interface DataColumn<Row> {
  /** What stands in the head, and beside each cell where the window is narrow. */
  readonly label: string;
  readonly isNumber?: boolean;
  readonly className?: string;
  readonly cell: (row: Row) => ReactNode;
}

/**
 * A table that is read row by row; the first cell is the head of its row. In a narrow window each row becomes a block, in
 * which every cell is named by its column.
 */
export function DataTable<Row>({
  label,
  caption,
  columns,
  rows,
  rowKey,
  lang,
}: {
  readonly label: string;
  readonly caption?: ReactNode;
  readonly columns: readonly [DataColumn<Row>, ...DataColumn<Row>[]];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly lang?: string;
}) {
  const [head, ...others] = columns;
  return (
    <ScrollBox label={label}>
      <table className="stacks" {...(lang === undefined ? {} : { lang })}>
        {caption !== undefined && <caption>{caption}</caption>}
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" className={column.isNumber ? 'number' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              <th scope="row" className="row-head">
                {head.cell(row)}
              </th>
              {others.map((column) => (
                <td
                  key={column.label}
                  className={[column.isNumber ? 'number' : '', column.className ?? ''].join(' ').trim()}
                  data-label={column.label}
                >
                  <div>{column.cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
