import type { Page } from '../api/Page.ts';
import { formatCount } from '../format/formatCount.ts';
import { ListCard } from '../lists/ListCard.tsx';
import type { Column } from '../lists/Table.tsx';
import type { ChangeKind } from '../live/createLive.ts';
import { hrefOf, withQuery } from '../route/Place.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useLoaded } from '../useLoaded.ts';

interface OwnRecordsProps<R> {
  readonly title: string;
  readonly customerId: string;
  /** The screen that lists those of all customers, and the resource of the API. */
  readonly section: string;
  readonly kinds: readonly ChangeKind[];
  readonly columns: readonly Column<R>[];
  readonly none: string;
}

/** The newest records of a customer, without the column that says whose they are. */
export const OwnRecords = <R extends { readonly id: string }>(props: OwnRecordsProps<R>) => {
  const { title, customerId, section, kinds, columns, none } = props;
  const { accountId } = useDashboard();
  const query = `customer_id=${encodeURIComponent(customerId)}&limit=20`;
  const loaded = useLoaded<Page<R>>(useAccountPath()(`api/${section}?${query}`), kinds);
  const { value } = loaded;
  const all = withQuery(hrefOf(accountId, section), new URLSearchParams(), { filter: customerId });
  return (
    <ListCard
      {...{ title, loaded, none }}
      whose="of this customer"
      columns={columns.filter(({ name }) => name !== 'Customer')}
      rows={value?.data}
      more={value?.has_more && <a href={all}>All {formatCount(value.total)}</a>}
    />
  );
};
