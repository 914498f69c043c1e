import { z } from 'zod';
import { highestTotal } from '../../domain/pricing/highestTotal.ts';
import type { Change } from '../../resources/Resource.ts';
import { idField } from '../../schemas/fields.ts';
import type {
  SubscriptionItem,
  SubscriptionRecord,
} from '../../store/records/SubscriptionRecord.ts';

/** One thing to do about the items of a subscription. */
export const planItemField = z.strictObject({
  action: z.enum(['update', 'add', 'remove']).default('update'),
  subscription_item_id: idField.nullable().default(null),
  new_price_id: idField.nullable().default(null),
  quantity: z.int().min(1).max(999_999).nullable().default(null),
});

type Given = z.infer<typeof planItemField>;
type Refuse = (field: string, type: string, msg: string) => void;
type Terms = Pick<SubscriptionRecord, 'currency' | 'billing_interval' | 'billing_interval_count'>;

/** Looks a price up that is to recur with the others; the caller hears why it cannot. */
export function recurringItem(
  { account }: Change,
  terms: Terms,
  wanted: { readonly price_id: string; readonly quantity: number },
  refuse: (type: string, msg: string) => void,
): SubscriptionItem | undefined {
  const { prices, products } = account.records;
  const price = prices.get(wanted.price_id);
  if (!price) refuse('unknown_price', 'There is no such price in this account: check its id');
  else if (!price.active)
    refuse('inactive_price', 'This price is not active: set active to true, or take another one');
  else if (price.currency !== terms.currency) {
    refuse('mixed_currencies', 'All prices of a subscription must have its currency');
  } else if (
    price.billing_interval !== terms.billing_interval ||
    price.billing_interval_count !== terms.billing_interval_count
  ) {
    refuse('other_interval', 'All prices of a subscription must have its billing interval');
  } else {
    return {
      id: account.random.id('si'),
      price_id: price.id,
      product_id: price.product_id,
      description: products.get(price.product_id)?.name ?? price.product_id,
      quantity: wanted.quantity,
      unit_amount_atom: price.unit_amount_atom,
    };
  }
  return undefined;
}

/** No more lines, and no higher a total, than a checkout may have. */
export function checkItems({ refuse }: Change, items: readonly SubscriptionItem[]): void {
  if (items.length > 100)
    refuse(['items'], 'too_big', 'There would be more than 100 items: give fewer');
  const total = items.reduce((sum, item) => sum + item.unit_amount_atom * item.quantity, 0);
  if (total > highestTotal) {
    refuse(['items'], 'total_too_large', `The total is above ${String(highestTotal)}: give less`);
  }
}

/** One item at another price or quantity; none when that is refused. */
function changed(
  change: Change,
  before: SubscriptionRecord,
  item: SubscriptionItem,
  given: Given,
  refuse: Refuse,
): SubscriptionItem | undefined {
  const quantity = given.quantity ?? item.quantity;
  if (given.new_price_id === null) return { ...item, quantity };
  const wanted = { price_id: given.new_price_id, quantity };
  const next = recurringItem(change, before, wanted, (type, msg) => {
    refuse('new_price_id', type, msg);
  });
  return next && { ...next, id: item.id };
}

/** The items of a subscription after changes, each in its place; what is added comes last. */
export function planItems(
  change: Change,
  before: SubscriptionRecord,
  given: readonly Given[],
): readonly SubscriptionItem[] {
  const items = new Map(before.items.map((item) => [item.id, item]));
  for (const [index, one] of given.entries()) {
    const refuse: Refuse = (field, type, msg) => {
      change.refuse(['items', index, field], type, msg);
    };
    const old = items.get(one.subscription_item_id ?? '');
    if (one.action === 'add') {
      const wanted = { price_id: one.new_price_id ?? '', quantity: one.quantity ?? 1 };
      const added = recurringItem(change, before, wanted, (type, msg) => {
        refuse('new_price_id', type, msg);
      });
      if (added) items.set(added.id, added);
    } else if (!old) {
      const msg = 'This subscription has no such item: retrieve it to see its items';
      refuse('subscription_item_id', 'unknown_subscription_item', msg);
    } else if (one.action === 'remove') {
      items.delete(old.id);
    } else {
      const next = changed(change, before, old, one, refuse);
      if (next) items.set(old.id, next);
    }
  }
  if (items.size === 0) {
    change.refuse(['items'], 'too_small', 'Nothing would be left: cancel the subscription instead');
  }
  const planned = [...items.values()];
  checkItems(change, planned);
  return planned;
}
