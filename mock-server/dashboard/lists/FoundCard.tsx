import { hasWords } from '../format/hasWords.ts';
import { FoundTable } from './FoundTable.tsx';
import type { Column } from './Table.tsx';

interface FoundCardProps<R> {
  readonly label: string;
  readonly columns: readonly Column<R>[];
  /** All that is looked through, as far as it is there. */
  readonly rows: readonly R[] | undefined;
  readonly wanted: string;
  /** All by which a record can be found. */
  readonly textOf: (record: R) => string;
  /** As many as are shown. */
  readonly most?: number;
  /** What is said of as many as are found. */
  readonly words: (found: number) => string;
  readonly busy?: boolean;
}

/** What of a list has every word that is looked for. */
export const FoundCard = <R extends { readonly id: string }>(props: FoundCardProps<R>) => {
  const { label, columns, rows, wanted, textOf, most, words, busy } = props;
  const found = rows?.filter((record) => hasWords(textOf(record), wanted));
  return (
    <div class="card" aria-busy={busy}>
      <FoundTable
        label={label}
        columns={columns}
        rows={found?.slice(0, most)}
        words={found ? words(found.length) : ''}
      />
    </div>
  );
};
