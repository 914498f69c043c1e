import { z } from 'zod';
import { isoTime } from '../domain/isoTime.ts';
import { lineItemSchema } from '../schemas/checkoutSession.ts';
import { customFieldsField, descriptionField } from '../schemas/fields.ts';
import { applyChanges } from './applyChanges.ts';
import { defineResource } from './Resource.ts';

const status = z.enum([
  'draft',
  'open',
  'partially_paid',
  'paid',
  'past_due',
  'void',
  'uncollectible',
]);

/** What was bought and what was paid for it. Completing a session with items makes one, and so does each renewal. */
export const invoices = defineResource({
  path: 'invoices',
  object: 'invoice',
  prefix: 'in',
  collection: ({ invoices: collection }) => collection,
  shape: {
    number: z.string(),
    status,
    checkout_session_id: z.string().nullable(),
    customer_id: z.string().nullable(),
    subscription_ids: z.array(z.string()),
    payment_intent_id: z.string().nullable(),
    billing_reason: z.enum(['subscription_create', 'subscription_cycle']).nullable(),
    currency: z.string(),
    line_items: z.array(lineItemSchema),
    subtotal_amount_atom: z.int(),
    discount_amount_atom: z.int(),
    total_amount_atom: z.int(),
    due_amount_atom: z.int(),
    paid_amount_atom: z.int(),
    refunded_amount_atom: z.int(),
    out_of_band: z.boolean(),
    paid_at: z.iso.datetime().nullable(),
    description: z.string().nullable(),
  },
  view: (invoice) => ({
    number: invoice.number,
    status: invoice.status,
    checkout_session_id: invoice.checkout_session_id,
    customer_id: invoice.customer_id,
    subscription_ids: [...invoice.subscription_ids],
    payment_intent_id: invoice.payment_intent_id,
    billing_reason: invoice.billing_reason,
    currency: invoice.currency,
    line_items: [...invoice.line_items],
    subtotal_amount_atom: invoice.amount_subtotal_atom,
    discount_amount_atom: invoice.amount_discount_atom,
    total_amount_atom: invoice.amount_total_atom,
    due_amount_atom: invoice.status === 'paid' ? 0 : invoice.amount_total_atom,
    paid_amount_atom: invoice.status === 'paid' ? invoice.amount_total_atom : 0,
    refunded_amount_atom: invoice.refunded_amount_atom,
    out_of_band: invoice.out_of_band,
    paid_at: isoTime(invoice.paid_at),
    description: invoice.description,
  }),
  customFields: (invoice) => invoice.custom_fields,
  filters: { customer_id: z.string(), checkout_session_id: z.string(), status },
  update: {
    body: z.strictObject({
      description: descriptionField.optional(),
      custom_fields: customFieldsField.nullish(),
    }),
    apply: (change, invoice, { custom_fields: fields, ...body }) => ({
      ...applyChanges(invoice, body),
      custom_fields: change.customFields('invoice', fields, invoice.custom_fields),
    }),
  },
});
