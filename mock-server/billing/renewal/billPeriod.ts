import { addInterval } from '../../domain/time/addInterval.ts';
import { carryOver } from '../../domain/pricing/carryOver.ts';
import type { Coupon } from '../../domain/pricing/Coupon.ts';
import type { PricedOrder } from '../../domain/pricing/priceLineItems.ts';
import { priceOrder } from '../../domain/pricing/priceOrder.ts';
import type { Account } from '../../store/createAccount.ts';
import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { awaitPayment } from '../invoices/awaitPayment.ts';
import { collectInvoice } from '../payments/collectInvoice.ts';
import { collectionTerms } from './collectionTerms.ts';
import { createInvoice } from '../invoices/payInvoice.ts';

/** The discount that still counts in a period: for ever, for some months since it was given, or this once. */
function couponOf(
  account: Account,
  { coupon_id: id, discounted_since: since }: SubscriptionRecord,
  now: number,
): Coupon | undefined {
  const coupon = id === null ? undefined : account.records.coupons.get(id);
  if (coupon?.duration !== 'repeating') return coupon;
  return now < addInterval(since, 'month', coupon.duration_in_months ?? 0) ? coupon : undefined;
}

/** What the next period costs. What is carried over, and a discount that counts once, are used up by it. */
function takeOrder(account: Account, subscription: SubscriptionRecord, now: number): PricedOrder {
  const { currency, billing_interval, billing_interval_count, items } = subscription;
  const lines = items.map(({ price_id, product_id, description, quantity, unit_amount_atom }) => ({
    ...{ id: account.random.id('csli'), price_id, product_id, description, quantity, currency },
    ...{ unit_amount_atom, billing_interval, billing_interval_count },
  }));
  const coupon = couponOf(account, subscription, now);
  const { price_id = '', product_id = '' } = lines[0] ?? {};
  const description = 'Change of plan, rest of the period before';
  const line = { id: account.random.id('csli'), price_id, product_id, description, currency };
  const { order, left } = carryOver(priceOrder(lines, coupon), subscription.carried_atom, line);
  const coupon_id = coupon?.duration === 'once' ? null : subscription.coupon_id;
  account.records.subscriptions.put({ ...subscription, coupon_id, carried_atom: left });
  return order;
}

/** Bills a period, and takes the money where that is not left to the payer. */
export function billPeriod(
  account: Account,
  subscription: SubscriptionRecord,
  billing_reason: 'subscription_create' | 'subscription_cycle',
  now: number,
): InvoiceRecord {
  const terms = {
    ...takeOrder(account, subscription, now),
    currency: subscription.currency,
    checkout_session_id: subscription.checkout_session_id,
    customer_id: subscription.customer_id,
    subscription_ids: [subscription.id],
    billing_reason,
    ...collectionTerms(subscription, now),
  };
  const invoice = createInvoice(account, terms, now);
  if (invoice.due_at !== null && invoice.amount_total_atom > 0)
    return awaitPayment(account, invoice);
  return collectInvoice(account, invoice, now).invoice;
}
