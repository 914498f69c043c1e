import type { ComponentChildren } from 'preact';

export interface Column<R> {
  readonly name: string;
  /**
   * Where it goes when each row is a card: `a` the name of the card, `b` its corner, `c` a line below, `d` part of one.
   */
  readonly place: 'a' | 'b' | 'c' | 'd';
  readonly look?: string;
  /** Put before the value when the heads of the columns are not seen. */
  readonly label?: string;
  readonly cell: (row: R) => ComponentChildren;
}

const lookOf = <R,>({ place, look = '' }: Column<R>): string => `${look} ${place}`.trim();

const waiting = [1, 2, 3, 4, 5];

interface TableProps<R> {
  readonly label: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[] | undefined;
  readonly keyOf: (row: R) => string;
}

const Rows = <R,>({ columns, rows, keyOf }: TableProps<R>) =>
  (rows ?? []).map((row) => (
    <tr key={keyOf(row)} role="row">
      {columns.map((column) => (
        <td key={column.name} role="cell" class={lookOf(column)} data-l={column.label}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  ));

const WaitingRows = <R,>({ columns }: Pick<TableProps<R>, 'columns'>) =>
  waiting.map((number) => (
    <tr key={number} role="row">
      {columns.map((column) => (
        <td key={column.name} role="cell" class={lookOf(column)}>
          <span class={column.place === 'c' ? 'sk' : 'sk short'} />
        </td>
      ))}
    </tr>
  ));

/** Records in rows; without rows, the boxes of those that are coming. The roles stay when rows become cards. */
export const Table = <R,>(props: TableProps<R>) => (
  <table class="list" role="table" aria-label={props.label}>
    <thead role="rowgroup">
      <tr role="row">
        {props.columns.map(({ name, look = '' }) => (
          <th key={name} role="columnheader" class={look.includes('end') ? 'end' : ''}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">{props.rows === undefined ? WaitingRows(props) : Rows(props)}</tbody>
  </table>
);
