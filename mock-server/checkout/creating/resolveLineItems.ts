import type { FieldError } from '../../domain/requests/Problem.ts';
import type { LineItem } from '../../domain/pricing/priceLineItems.ts';
import type { Account } from '../../store/createAccount.ts';

type ResolvedLine = Omit<
  LineItem,
  'amount_subtotal_atom' | 'amount_discount_atom' | 'amount_total_atom'
>;

interface RequestedLine {
  readonly price_id: string;
  readonly quantity: number;
}

const noSuchPrice = 'There is no such price in this account: check its id';
const productGiven = 'This is a product: give the id of one of its prices';

/** Looks up the price of each line. All must be active and in one currency. */
export function resolveLineItems(
  account: Account,
  requested: readonly RequestedLine[],
  loc: FieldError['loc'],
): { readonly lines: readonly ResolvedLine[]; readonly errors: readonly FieldError[] } {
  const { prices, products } = account.records;
  const lines: ResolvedLine[] = [];
  const errors: FieldError[] = [];
  let currency: string | undefined;
  for (const [index, { price_id, quantity }] of requested.entries()) {
    const price = prices.get(price_id);
    const refuse = (type: string, msg: string): void => {
      errors.push({ loc: [...loc, index, 'price_id'], msg, type });
    };
    if (!price) {
      const isProduct = products.get(price_id) !== undefined;
      refuse('unknown_price', isProduct ? productGiven : noSuchPrice);
    } else if (!price.active) {
      refuse('inactive_price', 'This price is not active: set active to true, or take another one');
    } else if (currency !== undefined && price.currency !== currency) {
      refuse('mixed_currencies', 'All prices of an order must have one currency');
    } else {
      currency = price.currency;
      const { product_id, unit_amount_atom, billing_interval, billing_interval_count } = price;
      lines.push({
        id: account.random.id('csli'),
        price_id,
        product_id,
        description: products.get(product_id)?.name ?? product_id,
        quantity,
        currency,
        unit_amount_atom,
        billing_interval,
        billing_interval_count,
      });
    }
  }
  return { lines, errors };
}
