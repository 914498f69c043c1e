import { z } from 'zod';
import { reviseBody, reviseSubscription } from '../billing/subscriptions/reviseSubscription.ts';
import { isoTime } from '../domain/time/isoTime.ts';
import type { SubscriptionRecord } from '../store/records/SubscriptionRecord.ts';
import { announce } from './announce.ts';
import { defineResource } from './Resource.ts';

/** Every state that PaymentKit documents. */
const state = z.enum([
  'incomplete',
  'scheduled',
  'trialing',
  'active',
  'past_due',
  'paused',
  'cancelled',
]);

const itemSchema = z.object({
  id: z.string(),
  price_id: z.string(),
  product_id: z.string(),
  description: z.string(),
  quantity: z.int(),
  unit_amount_atom: z.int(),
});

function viewPeriods(subscription: SubscriptionRecord) {
  return {
    current_period_start: isoTime(subscription.current_period_start),
    current_period_end: isoTime(subscription.current_period_end),
    trial_end: isoTime(subscription.trial_end),
    cancel_at_period_end: subscription.cancel_at_period_end,
    cancel_at: isoTime(subscription.cancel_at),
    cancelled_at: isoTime(subscription.cancelled_at),
    scheduled_pause: subscription.scheduled_pause && { ...subscription.scheduled_pause },
    paused_at: isoTime(subscription.paused_at),
    resumes_at: isoTime(subscription.resumes_at),
  };
}

/** What is paid again and again. Paying a session with recurring items makes one for each billing interval; so does the API. */
export const subscriptions = defineResource({
  path: 'subscriptions',
  object: 'subscription',
  prefix: 'sub',
  collection: ({ subscriptions: collection }) => collection,
  shape: {
    state,
    checkout_session_id: z.string().nullable(),
    customer_id: z.string().nullable(),
    currency: z.string(),
    billing_interval: z.enum(['day', 'week', 'month', 'year']),
    billing_interval_count: z.int(),
    items: z.array(itemSchema),
    pending_items: z.array(itemSchema).nullable(),
    change_reason: z.string().nullable(),
    amount_total_atom: z.int(),
    carried_amount_atom: z.int(),
    collection_method: z.enum(['charge_automatically', 'send_invoice']),
    net_d: z.int().nullable(),
    processor_id: z.string().nullable(),
    default_payment_method_id: z.string().nullable(),
    coupon_id: z.string().nullable(),
    current_period_start: z.iso.datetime(),
    current_period_end: z.iso.datetime(),
    trial_end: z.iso.datetime().nullable(),
    cancel_at_period_end: z.boolean(),
    cancel_at: z.iso.datetime().nullable(),
    cancelled_at: z.iso.datetime().nullable(),
    scheduled_pause: z.object({ pause_for_cycles: z.int().nullable() }).nullable(),
    paused_at: z.iso.datetime().nullable(),
    resumes_at: z.iso.datetime().nullable(),
    latest_invoice_id: z.string().nullable(),
    description: z.string().nullable(),
    metadata: z.record(z.string(), z.string()),
  },
  view: (subscription) => ({
    state: subscription.state,
    checkout_session_id: subscription.checkout_session_id,
    customer_id: subscription.customer_id,
    currency: subscription.currency,
    billing_interval: subscription.billing_interval,
    billing_interval_count: subscription.billing_interval_count,
    items: [...subscription.items],
    pending_items: subscription.pending_items && [...subscription.pending_items],
    change_reason: subscription.change_reason,
    amount_total_atom: subscription.items.reduce(
      (sum, item) => sum + item.unit_amount_atom * item.quantity,
      0,
    ),
    carried_amount_atom: subscription.carried_atom,
    collection_method: subscription.collection_method,
    net_d: subscription.net_d,
    processor_id: subscription.processor_id,
    default_payment_method_id: subscription.default_payment_method_id,
    coupon_id: subscription.coupon_id,
    ...viewPeriods(subscription),
    latest_invoice_id: subscription.latest_invoice_id,
    description: subscription.description,
    metadata: { ...subscription.metadata },
  }),
  customFields: (subscription) => subscription.custom_fields,
  filters: { customer_id: z.string(), state, checkout_session_id: z.string() },
  update: {
    body: reviseBody,
    apply(change, before, body) {
      const record = reviseSubscription(change, before, body);
      const { account, now } = change;
      announce(account, 'customer.subscription.updated', subscriptions, { record, before, now });
      return record;
    },
  },
});
