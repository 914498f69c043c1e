import type { Coupon } from '../../domain/pricing/Coupon.ts';
import type { PricedOrder } from '../../domain/pricing/priceLineItems.ts';
import { priceOrder } from '../../domain/pricing/priceOrder.ts';
import type { Account } from '../../store/createAccount.ts';
import type {
  SubscriptionItem,
  SubscriptionRecord,
} from '../../store/records/SubscriptionRecord.ts';

/** What a period costs with these items. */
export function priceItems(
  { random }: Account,
  { currency, billing_interval, billing_interval_count }: SubscriptionRecord,
  items: readonly SubscriptionItem[],
  coupon: Coupon | undefined,
): PricedOrder {
  const lines = items.map(({ price_id, product_id, description, quantity, unit_amount_atom }) => ({
    ...{ id: random.id('csli'), price_id, product_id, description, quantity, currency },
    ...{ unit_amount_atom, billing_interval, billing_interval_count },
  }));
  return priceOrder(lines, coupon);
}
