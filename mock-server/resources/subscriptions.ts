import { z } from 'zod';
import type { SubscriptionRecord } from '../billing/SubscriptionRecord.ts';
import { isoTime } from '../domain/isoTime.ts';
import { customFieldsField, descriptionField, idField } from '../schemas/fields.ts';
import { announce } from './announce.ts';
import { applyChanges } from './applyChanges.ts';
import { defineResource, type Change } from './Resource.ts';

/** Every state that PaymentKit documents; those of `incomplete`, `scheduled` and `paused` are not reached here. */
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

const updateBody = z.strictObject({
  description: descriptionField.optional(),
  default_payment_method_id: idField.optional(),
  cancel_at_period_end: z.boolean().optional(),
  custom_fields: customFieldsField.nullish(),
});

function check(
  { account, refuse }: Change,
  subscription: SubscriptionRecord,
  body: z.infer<typeof updateBody>,
): void {
  const method = body.default_payment_method_id;
  if (method !== undefined && !account.records.paymentMethods.get(method)) {
    const msg = 'There is no such payment method in this account';
    refuse(['default_payment_method_id'], 'unknown_payment_method', msg);
  }
  if (body.cancel_at_period_end !== undefined && subscription.state === 'cancelled') {
    refuse(['cancel_at_period_end'], 'cancelled', 'This subscription is cancelled already');
  }
}

function viewPeriods(subscription: SubscriptionRecord) {
  return {
    current_period_start: isoTime(subscription.current_period_start),
    current_period_end: isoTime(subscription.current_period_end),
    trial_end: isoTime(subscription.trial_end),
    cancel_at_period_end: subscription.cancel_at_period_end,
    cancelled_at: isoTime(subscription.cancelled_at),
  };
}

/** What is paid again and again. Paying a session with recurring items makes one for each billing interval. */
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
    amount_total_atom: z.int(),
    collection_method: z.literal('charge_automatically'),
    default_payment_method_id: z.string().nullable(),
    coupon_id: z.string().nullable(),
    current_period_start: z.iso.datetime(),
    current_period_end: z.iso.datetime(),
    trial_end: z.iso.datetime().nullable(),
    cancel_at_period_end: z.boolean(),
    cancelled_at: z.iso.datetime().nullable(),
    latest_invoice_id: z.string().nullable(),
    description: z.string().nullable(),
  },
  view: (subscription) => ({
    state: subscription.state,
    checkout_session_id: subscription.checkout_session_id,
    customer_id: subscription.customer_id,
    currency: subscription.currency,
    billing_interval: subscription.billing_interval,
    billing_interval_count: subscription.billing_interval_count,
    items: [...subscription.items],
    amount_total_atom: subscription.items.reduce(
      (sum, item) => sum + item.unit_amount_atom * item.quantity,
      0,
    ),
    collection_method: 'charge_automatically' as const,
    default_payment_method_id: subscription.default_payment_method_id,
    coupon_id: subscription.coupon_id,
    ...viewPeriods(subscription),
    latest_invoice_id: subscription.latest_invoice_id,
    description: subscription.description,
  }),
  customFields: (subscription) => subscription.custom_fields,
  filters: { customer_id: z.string(), state, checkout_session_id: z.string() },
  update: {
    body: updateBody,
    apply(change, before, { custom_fields: fields, ...body }) {
      check(change, before, body);
      const { account, now } = change;
      const record = {
        ...applyChanges(before, body),
        custom_fields: change.customFields('subscription', fields, before.custom_fields),
        updated_at: now,
      };
      announce(account, 'customer.subscription.updated', subscriptions, { record, before, now });
      return record;
    },
  },
});
