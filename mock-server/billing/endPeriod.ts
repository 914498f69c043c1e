import { addInterval } from '../domain/addInterval.ts';
import type { Coupon } from '../domain/Coupon.ts';
import type { PricedOrder } from '../domain/priceLineItems.ts';
import { priceOrder } from '../domain/priceOrder.ts';
import { announce } from '../resources/announce.ts';
import { subscriptions } from '../resources/subscriptions.ts';
import type { Account } from '../store/createAccount.ts';
import { cancelSubscription } from './cancelSubscription.ts';
import { chargeAgain } from './chargeAgain.ts';
import type { InvoiceRecord } from './InvoiceRecord.ts';
import { createInvoice, payInvoice } from './payInvoice.ts';
import type { SubscriptionRecord } from './SubscriptionRecord.ts';

/** So that a clock moved by a thousand years comes to an end. */
const mostPeriods = 1000;

/** The discount that still counts in a period: for ever, or for some months from the first paid one. */
function couponOf(account: Account, subscription: SubscriptionRecord): Coupon | undefined {
  const { coupon_id: id, current_period_end: start, billing_anchor: anchor } = subscription;
  const coupon = id === null ? undefined : account.records.coupons.get(id);
  if (coupon?.duration !== 'repeating') return coupon;
  const until = addInterval(anchor, 'month', coupon.duration_in_months ?? 0);
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

/** Bills the next period, and takes the money where there is a card. */
function bill(account: Account, subscription: SubscriptionRecord, now: number): InvoiceRecord {
  const terms = {
    ...orderOf(account, subscription),
    currency: subscription.currency,
    checkout_session_id: subscription.checkout_session_id,
    customer_id: subscription.customer_id,
    subscription_ids: [subscription.id],
    billing_reason: 'subscription_cycle' as const,
  };
  const invoice = createInvoice(account, terms, now);
  if (invoice.amount_total_atom === 0) {
    return payInvoice(account, invoice, { payment_intent_id: null, out_of_band: false }, now);
  }
  const method = account.records.paymentMethods.get(subscription.default_payment_method_id ?? '');
  const payment = method && chargeAgain(account, subscription, method, invoice, now);
  if (payment?.status !== 'succeeded') return invoice;
  return payInvoice(account, invoice, { payment_intent_id: payment.id, out_of_band: false }, now);
}

/** A period is over: the subscription ends when it was to end then, and is billed for the next one otherwise. */
export function endPeriod(account: Account, id: string, now: number): void {
  const { subscriptions: collection } = account.records;
  const before = collection.get(id);
  if (!before || before.state === 'cancelled' || before.current_period_end !== now) return;
  if (before.cancel_at_period_end) {
    cancelSubscription(account, before, 'none', now);
    return;
  }
  if (before.periods >= mostPeriods) return;
  const invoice = bill(account, before, now);
  const periods = before.periods + 1;
  const count = before.billing_interval_count * periods;
  const record = collection.put({
    ...before,
    state: invoice.status === 'paid' ? 'active' : 'past_due',
    periods,
    current_period_start: now,
    current_period_end: addInterval(before.billing_anchor, before.billing_interval, count),
    latest_invoice_id: invoice.id,
    updated_at: now,
  });
  announce(account, 'customer.subscription.updated', subscriptions, { record, before, now });
  account.due.add({ at: record.current_period_end, kind: 'subscription.end_period', id });
}
