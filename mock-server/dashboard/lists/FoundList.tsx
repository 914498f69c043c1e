import type { Page } from '../api/Page.ts';
import { readNewest } from '../api/readNewest.ts';
import { foundWords } from '../format/foundWords.ts';
import type { ChangeKind } from '../live/createLive.ts';
import { useLoaded } from '../useLoaded.ts';
import { FoundCard } from './FoundCard.tsx';
import type { Column } from './Table.tsx';
import { TroubleNote } from '../views/TroubleNote.tsx';

interface FoundListProps<R> {
  readonly what: string;
  /** Of the whole list on the control plane. */
  readonly path: string;
  readonly kinds: readonly ChangeKind[];
  readonly columns: readonly Column<R>[];
  readonly wanted: string;
  /** All by which a record can be found. */
  readonly textOf: (record: R) => string;
}

/** Enough to look at; who types on finds the others. */
const most = 100;

/** What of a list has every word that is looked for. */
export const FoundList = <R extends { readonly id: string }>(props: FoundListProps<R>) => {
  const { what, path, kinds, columns, wanted, textOf } = props;
  const { value, trouble, stale, reload } = useLoaded<Page<R>>(path, kinds, readNewest);
  if (trouble) {
    return (
      <TroubleNote what={`The ${what} could not be read.`} trouble={trouble} onRetry={reload} />
    );
  }
  return (
    <FoundCard
      label={`The ${what} that were found, newest first`}
      {...{ columns, wanted, textOf, most }}
      rows={value?.data}
      words={(found) => (value ? foundWords(found, value, most) : '')}
      busy={stale || value === undefined}
    />
  );
};
