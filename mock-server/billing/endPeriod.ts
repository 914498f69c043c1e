import { addInterval } from '../domain/addInterval.ts';
import type { Coupon } from '../domain/Coupon.ts';
import type { PricedOrder } from '../domain/priceLineItems.ts';
import { priceOrder } from '../domain/priceOrder.ts';
import { announce } from '../resources/announce.ts';
import { subscriptions } from '../resources/subscriptions.ts';
import type { Account } from '../store/createAccount.ts';
import { cancelSubscription } from './cancelSubscription.ts';
import { awaitPayment } from './awaitPayment.ts';
import { collectInvoice } from './collectInvoice.ts';
import type { InvoiceRecord } from './InvoiceRecord.ts';
import { createInvoice } from './payInvoice.ts';
import type { SubscriptionRecord } from './SubscriptionRecord.ts';

/** So that a clock moved by a thousand years comes to an end. */
const mostPeriods = 1000;

const day = 24 * 60 * 60 * 1000;

/** Whether time goes on for it. */
const runs = ({ state }: SubscriptionRecord): boolean =>
  state === 'active' || state === 'trialing' || state === 'past_due';

/** The discount that still counts in a period: for ever, or for some months from the first paid one. */
function couponOf(account: Account, subscription: SubscriptionRecord): Coupon | undefined {
  const { coupon_id: id, current_period_end: start, discounted_since: since } = subscription;
  const coupon = id === null ? undefined : account.records.coupons.get(id);
  if (coupon?.duration !== 'repeating') return coupon;
  const until = addInterval(since, 'month', coupon.duration_in_months ?? 0);
  return start < until ? coupon : undefined;
}

/** What the next period costs. */
function orderOf(account: Account, subscription: SubscriptionRecord): PricedOrder {
  const { currency, billing_interval, billing_interval_count, items } = subscription;
  const lines = items.map(({ price_id, product_id, description, quantity, unit_amount_atom }) => ({
    ...{ id: account.random.id('csli'), price_id, product_id, description, quantity, currency },
    ...{ unit_amount_atom, billing_interval, billing_interval_count },
  }));
  return priceOrder(lines, couponOf(account, subscription));
}

/** Bills the next period, and takes the money where that is not left to the payer. */
function bill(account: Account, subscription: SubscriptionRecord, now: number): InvoiceRecord {
  const { collection_method, net_d } = subscription;
  const sent = collection_method === 'send_invoice';
  const terms = {
    ...orderOf(account, subscription),
    currency: subscription.currency,
    checkout_session_id: subscription.checkout_session_id,
    customer_id: subscription.customer_id,
    subscription_ids: [subscription.id],
    billing_reason: 'subscription_cycle' as const,
    collection_method,
    due_at: sent ? now + (net_d ?? 0) * day : null,
  };
  const invoice = createInvoice(account, terms, now);
  return sent ? awaitPayment(account, invoice) : collectInvoice(account, invoice, now).invoice;
}

/** A period is over: the subscription ends when it was to end then, and is billed for the next one otherwise. */
export function endPeriod(account: Account, id: string, now: number): void {
  const { subscriptions: collection } = account.records;
  const before = collection.get(id);
  if (!before || !runs(before) || before.current_period_end !== now) return;
  if (before.cancel_at_period_end) {
    cancelSubscription(account, before, 'none', now);
    return;
  }
  if (before.periods >= mostPeriods) return;
  const invoice = bill(account, before, now);
  const billed = collection.get(id) ?? before;
  if (billed.state === 'cancelled') return;
  const periods = before.periods + 1;
  const count = before.billing_interval_count * periods;
  const record = collection.put({
    ...billed,
    state: billed.overdue_invoice_ids.length > 0 ? 'past_due' : 'active',
    periods,
    current_period_start: now,
    current_period_end: addInterval(before.billing_anchor, before.billing_interval, count),
    latest_invoice_id: invoice.id,
    updated_at: now,
  });
  announce(account, 'customer.subscription.updated', subscriptions, {
    record,
    before: billed,
    now,
  });
  account.due.add({ at: record.current_period_end, kind: 'subscription.end_period', id });
}
