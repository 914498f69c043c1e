import type { ComponentChildren } from 'preact';
import type { Page } from '../api/Page.ts';
import type { ChangeKind } from '../live/createLive.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useLoaded } from '../useLoaded.ts';
import { useFilter } from './useFilter.ts';
import { FoundList } from './FoundList.tsx';
import { Pager, pageSize } from './Pager.tsx';
import { Table, type Column } from './Table.tsx';
import { TroubleNote } from '../views/TroubleNote.tsx';

interface RecordListProps<R> {
  /** As a sentence goes on: "checkout sessions". */
  readonly what: string;
  /** The list on the control plane, `api/customers`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly kinds: readonly ChangeKind[];
  readonly columns: readonly Column<R>[];
  /** All by which a record can be found, where the screen has a search. */
  readonly textOf?: (record: R) => string;
  /** Said in place of the table when there is nothing at all. */
  readonly empty?: ComponentChildren;
}

/** The part of a list that the address asks for, `?page=2`. */
const usePage = (): number => {
  const { place } = useDashboard();
  return Math.max(1, Number.parseInt(place.query.get('page') ?? '1', 10) || 1);
};

/** A list, a page of it at a time, in each of its states: coming, there, empty, failed. */
const PagedList = <R extends { readonly id: string }>({
  what,
  path,
  query = {},
  kinds,
  columns,
  empty,
}: RecordListProps<R>) => {
  const at = useAccountPath();
  const offset = (usePage() - 1) * pageSize;
  const limits = { limit: String(pageSize), offset: String(offset) };
  const search = new URLSearchParams({ ...limits, ...query }).toString();
  const { value, trouble, stale, reload } = useLoaded<Page<R>>(at(`${path}?${search}`), kinds);
  if (trouble) {
    return (
      <TroubleNote what={`The ${what} could not be read.`} trouble={trouble} onRetry={reload} />
    );
  }
  if (value?.total === 0 && !stale && empty !== undefined) return <>{empty}</>;
  const label = `${what[0]?.toUpperCase() ?? ''}${what.slice(1)}, newest first`;
  return (
    <div class="card" aria-busy={stale || value === undefined}>
      <Table label={label} columns={columns} rows={value?.data} keyOf={({ id }) => id} />
      {value && <Pager page={value} />}
    </div>
  );
};

/** A list, or what of it is looked for. */
export const RecordList = <R extends { readonly id: string }>(props: RecordListProps<R>) => {
  const at = useAccountPath();
  const { wanted } = useFilter();
  const { path, query = {}, textOf } = props;
  if (textOf === undefined || wanted.trim() === '') return <PagedList {...props} />;
  const search = new URLSearchParams(query).toString();
  const whole = at(search === '' ? path : `${path}?${search}`);
  return <FoundList {...props} path={whole} wanted={wanted.trim()} textOf={textOf} />;
};
