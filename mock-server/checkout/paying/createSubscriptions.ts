import { awaitTrialEnd } from '../../billing/trials/awaitTrialEnd.ts';
import { appliedCoupon } from '../../billing/discounts/findCoupon.ts';
import { keptCoupon } from '../../billing/discounts/keptCoupon.ts';
import { newSubscription } from '../../billing/subscriptions/newSubscription.ts';
import { addInterval } from '../../domain/time/addInterval.ts';
import type { Coupon } from '../../domain/pricing/Coupon.ts';
import type { BillingInterval } from '../../domain/pricing/Price.ts';
import type { LineItem } from '../../domain/pricing/priceLineItems.ts';
import { priceOrder } from '../../domain/pricing/priceOrder.ts';
import { announce } from '../../resources/announce.ts';
import { subscriptions } from '../../resources/subscriptions.ts';
import type { Account } from '../../store/createAccount.ts';
import type { SessionRecord } from '../../store/records/SessionRecord.ts';
import type {
  SubscriptionItem,
  SubscriptionRecord,
} from '../../store/records/SubscriptionRecord.ts';
import { tierRoute } from './usableProcessors.ts';
import { day } from '../../domain/time/day.ts';

interface Rhythm {
  readonly billing_interval: BillingInterval;
  readonly billing_interval_count: number;
}

/** The recurring lines of an order, by billing interval. */
function byInterval(items: readonly LineItem[]): (Rhythm & { readonly lines: LineItem[] })[] {
  const groups = new Map<string, Rhythm & { readonly lines: LineItem[] }>();
  for (const line of items) {
    const { billing_interval: interval, billing_interval_count: count } = line;
    if (interval === null) continue;
    const key = `${String(count)} ${interval}`;
    const known = groups.get(key);
    if (known) known.lines.push(line);
    else {
      const rhythm = { billing_interval: interval, billing_interval_count: count ?? 1 };
      groups.set(key, { ...rhythm, lines: [line] });
    }
  }
  return [...groups.values()];
}

function itemOf(account: Account, line: LineItem): SubscriptionItem {
  const { price_id, product_id, description, quantity, unit_amount_atom } = line;
  const id = account.random.id('si');
  return { id, price_id, product_id, description, quantity, unit_amount_atom };
}

const discountOf = (lines: readonly LineItem[]): number =>
  lines.reduce((sum, line) => sum + line.amount_discount_atom, 0);

/** When the first period ends. Free days come before the first period that is paid, and nothing is billed for them. */
function periodsFrom(now: number, rhythm: Rhythm, coupon: Coupon | undefined) {
  const start = { current_period_start: now, trial_end: null };
  const days = coupon?.trial_days_off ?? null;
  if (days !== null) {
    const end = now + days * day;
    const first = { billing_anchor: end, discounted_since: end, periods: 0 };
    const trial = { ...first, current_period_end: end, trial_end: end, period_bills: [] };
    return { ...start, ...trial, state: 'trialing' as const };
  }
  const end = addInterval(now, rhythm.billing_interval, rhythm.billing_interval_count);
  const first = { billing_anchor: now, discounted_since: now, periods: 1 };
  const paid = { ...first, current_period_end: end };
  return { ...start, ...paid, state: 'active' as const };
}

/**
 * What a subscription knows of the bill that it began with. What its own lines count as billed at is their price alone: how
 * the cents of a discount were shared with other lines is no part of it.
 */
function firstBill(lines: readonly LineItem[], kept: Coupon | null, invoice_id: string | null) {
  const value_atom = priceOrder(lines, kept ?? undefined).amount_total_atom;
  return {
    coupon_id: kept && kept.duration !== 'once' ? kept.id : null,
    period_coupon: kept,
    period_bills: [{ value_atom, invoice_id }],
  };
}

/** One subscription for each billing interval of what was bought. */
export function createSubscriptions(
  account: Account,
  session: SessionRecord,
  payer: { readonly customer_id: string | null; readonly payment_method_id: string | null },
  invoiceId: string | null,
  now: number,
): SubscriptionRecord[] {
  const coupon = appliedCoupon(account, session);
  const given = discountOf(session.line_items);
  const fixed = coupon?.amount_off_atom ?? 0;
  return byInterval(session.line_items).map(({ lines, ...rhythm }, index) => {
    // What is above the price of the order is for one of them: two would be given it twice.
    const kept = keptCoupon(coupon, discountOf(lines) + (index === 0 ? fixed - given : 0));
    const record = account.records.subscriptions.put({
      ...newSubscription,
      id: account.random.id('sub'),
      checkout_session_id: session.id,
      customer_id: payer.customer_id,
      currency: session.currency ?? '',
      ...rhythm,
      items: lines.map((line) => itemOf(account, line)),
      default_payment_method_id: payer.payment_method_id,
      ...firstBill(lines, kept, invoiceId),
      ...periodsFrom(now, rhythm, coupon),
      latest_invoice_id: invoiceId,
      processor_route_id: tierRoute(session, session.current_tier),
      custom_fields: session.params_for_sub?.custom_fields ?? {},
      created_at: now,
      updated_at: now,
    });
    account.due.add({
      at: record.current_period_end,
      kind: 'subscription.end_period',
      id: record.id,
    });
    announce(account, 'customer.subscription.created', subscriptions, { record, now });
    awaitTrialEnd(account, record, now);
    return record;
  });
}
