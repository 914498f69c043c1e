import type { Price } from '../api/Catalogue.ts';
import type { Page } from '../api/Page.ts';
import type { Coupon } from '../../domain/pricing/Coupon.ts';
import { couponWords } from '../format/couponWords.ts';
import { hasWords } from '../format/hasWords.ts';
import { priceWords } from '../format/priceWords.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useFilter } from '../useFilter.ts';
import { useLoaded } from '../useLoaded.ts';
import { Chip } from '../views/Chip.tsx';
import { Search } from '../views/Search.tsx';
import { Screen } from '../views/Screen.tsx';
import { Table, type Column } from '../views/Table.tsx';
import { TroubleNote } from '../views/TroubleNote.tsx';

type ListedPrice = Price & { readonly active: boolean };

interface Named {
  readonly id: string;
  readonly name: string;
}

interface PromotionCode {
  readonly code: string;
  readonly coupon_id: string;
}

/** The newest hundred of a resource: a catalogue of a test is not longer. */
const useList = <T,>(resource: string) =>
  useLoaded<Page<T>>(useAccountPath()(`api/${resource}?limit=100`), ['event']);

const priceColumns = (names: ReadonlyMap<string, string>): readonly Column<ListedPrice>[] => [
  { name: 'Product', place: 'a', cell: ({ product_id: id }) => names.get(id) ?? id },
  {
    name: 'State',
    place: 'b',
    cell: ({ active }) => (
      <Chip tone={active ? 'good' : 'off'} text={active ? 'Active' : 'Inactive'} />
    ),
  },
  { name: 'Price id', place: 'c', cell: ({ id }) => <code class="code">{id}</code> },
  { name: 'Price', place: 'c', look: 'num end nowrap', cell: priceWords },
];

const codesOf = (id: string, codes: readonly PromotionCode[]): readonly string[] =>
  codes.filter(({ coupon_id: of }) => of === id).map(({ code }) => code);

const couponColumns = (codes: readonly PromotionCode[]): readonly Column<Coupon>[] => [
  { name: 'Coupon', place: 'a', cell: couponWords },
  {
    name: 'Promotion codes',
    place: 'c',
    cell: ({ id }) => {
      const own = codesOf(id, codes);
      return own.length > 0 ? <code>{own.join(', ')}</code> : <span class="muted">No code</span>;
    },
  },
  { name: 'Coupon id', place: 'c', cell: ({ id }) => <code class="code">{id}</code> },
  {
    name: 'Used',
    place: 'c',
    look: 'num end nowrap',
    label: 'Used:',
    cell: ({ times_redeemed: times, max_redemptions: most }) =>
      most === null ? times : `${String(times)} of ${String(most)}`,
  },
];

/** That there are more, where the newest are not all. */
const Others = ({ list }: { list: Page<unknown> | undefined }) =>
  list?.has_more ? (
    <p class="more small muted num">
      The newest {list.data.length} of {list.total}. The API lists them all.
    </p>
  ) : null;

/** The records that are looked for, or that there are none. */
const Found = <R extends { readonly id: string }>(props: {
  label: string;
  columns: readonly Column<R>[];
  rows: readonly R[] | undefined;
}) =>
  props.rows?.length === 0 ? (
    <p class="pad muted">{props.label.split(',')[0]}: none found</p>
  ) : (
    <Table {...props} keyOf={({ id }) => id} />
  );

const Prices = () => {
  const { value, trouble, reload } = useList<ListedPrice>('prices');
  const products = useList<Named>('products');
  const names = new Map(products.value?.data.map(({ id, name }) => [id, name]));
  const { wanted } = useFilter();
  const found = value?.data.filter((price) =>
    hasWords(`${price.id} ${names.get(price.product_id) ?? ''} ${priceWords(price)}`, wanted),
  );
  if (trouble) {
    return <TroubleNote what="The prices could not be read." trouble={trouble} onRetry={reload} />;
  }
  return (
    <div class="card">
      <Found
        label="Prices, newest first"
        columns={priceColumns(names)}
        rows={products.value && found}
      />
      <Others list={value} />
    </div>
  );
};

const Coupons = () => {
  const { value, trouble, reload } = useList<Coupon>('coupons');
  const codes = useList<PromotionCode>('promotion-codes');
  const { wanted } = useFilter();
  const found = value?.data.filter((coupon) => {
    const own = codesOf(coupon.id, codes.value?.data ?? []);
    return hasWords([coupon.id, couponWords(coupon), ...own].join(' '), wanted);
  });
  if (trouble) {
    return <TroubleNote what="The coupons could not be read." trouble={trouble} onRetry={reload} />;
  }
  return (
    <div class="card">
      <Found
        label="Coupons, newest first"
        columns={couponColumns(codes.value?.data ?? [])}
        rows={codes.value && found}
      />
      <Others list={value} />
    </div>
  );
};

/** A catalogue is a merchant's own work, which their server does. */
const HowItIsMade = () => (
  <p class="small muted">
    What is here is made with the API: <code>POST /api/{useDashboard().accountId}/products</code>,
    then <code>…/prices</code>; <code>…/coupons</code>, then <code>…/promotion-codes</code>.
  </p>
);

/** Transactions → Catalogue: what can be bought, and what is taken off. */
export const CatalogueScreen = () => (
  <Screen
    title="Catalogue"
    actions={<Search what="catalogue" by="Name, id, price or code" />}
    below={<HowItIsMade />}
  >
    <Prices />
    <Coupons />
  </Screen>
);
