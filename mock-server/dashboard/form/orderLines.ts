import { formatMoney } from '../../page-parts/format.ts';
import type { Catalogue, Price } from '../api/Catalogue.ts';
import { intervalWords, priceWords } from '../format/priceWords.ts';
import type { ItemForm } from './SessionForm.ts';

/** A line of the form that can be priced. */
export interface OrderLine {
  readonly key: number;
  readonly price: Price;
  readonly name: string;
  readonly quantity: number;
}

/** Lines without the ones whose price or quantity is still to come. */
export const orderLines = (
  { prices, products }: Catalogue,
  items: readonly ItemForm[],
): readonly OrderLine[] =>
  items.flatMap(({ key, priceId, quantity: text }) => {
    const price = prices.find(({ id }) => id === priceId);
    const quantity = Number(text);
    if (!price || !Number.isInteger(quantity) || quantity < 1) return [];
    return [{ key, price, quantity, name: products.get(price.product_id) ?? price.id }];
  });

const amountOf = ({ price, quantity }: OrderLine): number => price.unit_amount_atom * quantity;

/** What a line comes to, `$49.00`. */
export const orderLineSum = (line: OrderLine): string =>
  formatMoney(amountOf(line), line.price.currency, 'en');

/** What all lines come to; nothing while they cannot be added up. */
export const orderLinesTotal = (lines: readonly OrderLine[]): string | undefined => {
  const [first] = lines;
  if (!first || lines.some(({ price }) => price.currency !== first.price.currency)) {
    return undefined;
  }
  const total = lines.reduce((sum, line) => sum + amountOf(line), 0);
  return formatMoney(total, first.price.currency, 'en');
};

/** What of them is due again and again, `$29.00 per month`. */
export const recurringOrderLines = (lines: readonly OrderLine[]): readonly string[] =>
  lines
    .filter(({ price }) => price.billing_interval !== null)
    .map((line) => `${orderLineSum(line)} ${intervalWords(line.price)}`);

/** The prices to choose from: `Premium print kit · $49.00 · price_premium`. */
export const orderLineOptions = ({
  prices,
  products,
}: Catalogue): readonly (readonly [string, string])[] =>
  prices.map((price) => [
    price.id,
    [products.get(price.product_id), priceWords(price), price.id]
      .filter((part) => part !== undefined)
      .join(' · '),
  ]);
