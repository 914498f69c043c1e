import type { ComponentChildren } from 'preact';
import type { Loaded } from '../useLoaded.ts';
import { TroubleNote } from '../views/TroubleNote.tsx';
import { Table, type Column } from './Table.tsx';

interface ListCardProps<R> {
  readonly title: string;
  /** Whose they are: "of this customer". */
  readonly whose: string;
  readonly columns: readonly Column<R>[];
  readonly loaded: Pick<Loaded<unknown>, 'trouble' | 'reload'>;
  readonly rows: readonly R[] | undefined;
  /** Said where there are none. */
  readonly none: string;
  /** Beside the title: a way to those that do not stand here. */
  readonly more?: ComponentChildren;
}

/** What belongs to one record, newest first, on that record's screen. */
export const ListCard = <R extends { readonly id: string }>(props: ListCardProps<R>) => {
  const { title, whose, columns, loaded, rows, none, more } = props;
  const { trouble, reload } = loaded;
  if (trouble) {
    const what = `The ${title.toLowerCase()} could not be read.`;
    return <TroubleNote what={what} trouble={trouble} onRetry={reload} />;
  }
  return (
    <div class="card" aria-busy={rows === undefined}>
      <header>
        <h2>{title}</h2>
        {more}
      </header>
      {rows?.length === 0 ? (
        <p class="pad muted">{none}</p>
      ) : (
        <Table
          label={`${title} ${whose}, newest first`}
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
        />
      )}
    </div>
  );
};
