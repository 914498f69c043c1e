import { Table, type Column } from './Table.tsx';

interface FoundTableProps<R> {
  readonly label: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[] | undefined;
  /** How many there are, read out when it changes; empty where that is not worth a line. */
  readonly words: string;
}

/** Records, and how many of them there are. Where there are none, no head of a table stands over nothing. */
export const FoundTable = <R extends { readonly id: string }>({
  words,
  ...table
}: FoundTableProps<R>) => {
  const look = table.rows?.length === 0 ? 'pad muted' : 'more small muted num';
  return (
    <>
      {table.rows?.length !== 0 && <Table {...table} keyOf={({ id }) => id} />}
      <p class={words === '' ? 'sr' : look} role="status">
        {words}
      </p>
    </>
  );
};
