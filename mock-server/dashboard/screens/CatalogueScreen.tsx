import type { Price } from '../api/Catalogue.ts';
import type { Page } from '../api/Page.ts';
import type { Coupon } from '../../domain/pricing/Coupon.ts';
import { couponWords } from '../format/couponWords.ts';
import { foundWords } from '../format/foundWords.ts';
import { priceWords } from '../format/priceWords.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useFilter } from '../lists/useFilter.ts';
import { useLoaded } from '../useLoaded.ts';
import { Chip } from '../views/Chip.tsx';
import { FoundCard } from '../lists/FoundCard.tsx';
import { Search } from '../lists/Search.tsx';
import { Screen } from '../views/Screen.tsx';
import type { Column } from '../lists/Table.tsx';
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

interface FoundProps<R> {
  readonly what: 'Prices' | 'Coupons';
  readonly columns: readonly Column<R>[];
  readonly list: Page<R> | undefined;
  readonly textOf: (record: R) => string;
}

/** How many are found; else what is worth saying of the whole list. */
const wordsOf = (what: string, list: Page<unknown>, found: number, wanted: string): string => {
  // Two lists are looked through at once, and both are read out.
  if (wanted !== '') return `${what}: ${foundWords(found, list).toLowerCase()}`;
  if (list.total === 0) return `No ${what.toLowerCase()} yet.`;
  const { data, total, has_more: more } = list;
  return more
    ? `The newest ${String(data.length)} of ${String(total)}. The API lists them all.`
    : '';
};

/** A list, or what of it is looked for. */
const Found = <R extends { readonly id: string }>(props: FoundProps<R>) => {
  const { what, columns, list, textOf } = props;
  const { wanted } = useFilter();
  return (
    <FoundCard
      label={`${what}, newest first`}
      {...{ columns, wanted, textOf }}
      rows={list?.data}
      words={(found) => (list ? wordsOf(what, list, found, wanted.trim()) : '')}
    />
  );
};

const Prices = () => {
  const { value, trouble, reload } = useList<ListedPrice>('prices');
  const products = useList<Named>('products');
  const names = new Map(products.value?.data.map(({ id, name }) => [id, name]));
  if (trouble) {
    return <TroubleNote what="The prices could not be read." trouble={trouble} onRetry={reload} />;
  }
  return (
    <Found
      what="Prices"
      columns={priceColumns(names)}
      list={products.value && value}
      textOf={(price) => `${price.id} ${names.get(price.product_id) ?? ''} ${priceWords(price)}`}
    />
  );
};

const Coupons = () => {
  const { value, trouble, reload } = useList<Coupon>('coupons');
  const codes = useList<PromotionCode>('promotion-codes');
  const known = codes.value?.data ?? [];
  if (trouble) {
    return <TroubleNote what="The coupons could not be read." trouble={trouble} onRetry={reload} />;
  }
  return (
    <Found
      what="Coupons"
      columns={couponColumns(known)}
      list={codes.value && value}
      textOf={(coupon) => [coupon.id, couponWords(coupon), ...codesOf(coupon.id, known)].join(' ')}
    />
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
