import { carryOver } from '../../domain/pricing/carryOver.ts';
import type { PricedOrder } from '../../domain/pricing/priceLineItems.ts';
import type { Account } from '../../store/createAccount.ts';
import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { keptCoupon } from '../discounts/keptCoupon.ts';
import { periodCoupon } from '../discounts/periodCoupon.ts';
import { awaitPayment } from '../invoices/awaitPayment.ts';
import { collectInvoice } from '../payments/collectInvoice.ts';
import { collectionTerms } from './collectionTerms.ts';
import { createInvoice } from '../invoices/createInvoice.ts';
import { openingCredit } from './openingCredit.ts';
import { priceItems } from './priceItems.ts';

/** What the next period costs. What is carried over, and a discount that counts once, are used up by it. */
function takeOrder(
  account: Account,
  subscription: SubscriptionRecord,
  invoice_id: string,
  now: number,
): PricedOrder {
  const { currency, items } = subscription;
  const coupon = periodCoupon(account, subscription, now);
  const priced = priceItems(account, subscription, items, coupon);
  const { price_id = '', product_id = '' } = items[0] ?? {};
  const description = 'Change of plan, rest of the period before';
  const line = { id: account.random.id('csli'), price_id, product_id, description, currency };
  const { order, left } = carryOver(priced, subscription.carried_atom, line);
  // One that counts once is used up by this bill; one that gave nothing here has no months left.
  const coupon_id = coupon && coupon.duration !== 'once' ? subscription.coupon_id : null;
  const credit = Math.max(0, priced.amount_total_atom - order.amount_total_atom);
  const period_bills = [
    // Who pays a bill after it was given up has its credit again in this period, too.
    ...subscription.period_bills.flatMap(({ taken }) =>
      taken ? [{ value_atom: 0, invoice_id: null, taken }] : [],
    ),
    { value_atom: credit, invoice_id: null },
    { value_atom: priced.amount_total_atom - credit, invoice_id },
  ];
  account.records.subscriptions.put({
    ...subscription,
    ...{ coupon_id, carried_atom: left, period_bills, period_coupon: keptCoupon(coupon) },
    ...openingCredit(account, subscription),
  });
  return order;
}

/** Bills a period, and takes the money where that is not left to the payer. */
export function billPeriod(
  account: Account,
  subscription: SubscriptionRecord,
  billing_reason: 'subscription_create' | 'subscription_cycle',
  now: number,
): InvoiceRecord {
  const id = account.random.id('in');
  const terms = {
    ...takeOrder(account, subscription, id, now),
    id,
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
