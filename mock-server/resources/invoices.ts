import { z } from 'zod';
import { draftLineField, draftLines } from '../billing/invoices/draftLines.ts';
import { highestTotal } from '../domain/pricing/highestTotal.ts';
import { isoTime } from '../domain/time/isoTime.ts';
import {
  currencyField,
  customFieldsField,
  descriptionField,
  idField,
  metadataField,
  timeField,
} from '../schemas/fields.ts';
import { invoiceLineSchema } from '../schemas/invoiceLine.ts';
import type { InvoiceLine, InvoiceRecord } from '../store/records/InvoiceRecord.ts';
import { announce } from './announce.ts';
import { applyChanges } from './applyChanges.ts';
import { newInvoice } from './newInvoice.ts';
import { defineResource, type Change } from './Resource.ts';

const status = z.enum([
  'draft',
  'open',
  'partially_paid',
  'paid',
  'past_due',
  'void',
  'uncollectible',
]);

const collectionMethod = z.enum(['charge_automatically', 'send_invoice']);

const createBody = z.strictObject({
  customer_id: idField,
  currency: currencyField,
  issued_at: timeField.default(null),
  due_date: timeField.default(null),
  description: descriptionField.default(null),
  collection_method: collectionMethod.default('charge_automatically'),
  items: z.array(draftLineField).min(1).max(100),
  custom_fields: customFieldsField.nullish(),
  metadata: metadataField.default({}),
});

/** A bill that is written by hand, and stays a draft until it is finalized. */
function draft(change: Change, body: z.infer<typeof createBody>, base: { created_at: number }) {
  const { account, refuse } = change;
  if (!account.records.customers.get(body.customer_id)) {
    refuse(
      ['customer_id'],
      'unknown_customer',
      'There is no such customer in this account: check its id',
    );
  }
  const issued_at = body.issued_at ?? base.created_at;
  if (body.due_date !== null && body.due_date < issued_at) {
    refuse(['due_date'], 'too_early', 'Give a time after issued_at');
  }
  const line_items = draftLines(change, body.items, body.currency);
  const total = line_items.reduce((sum, line) => sum + line.amount_total_atom, 0);
  if (total > highestTotal) {
    refuse(['items'], 'total_too_large', `The total is above ${String(highestTotal)}: give less`);
  }
  return {
    line_items,
    issued_at,
    due_at: body.due_date,
    amount_subtotal_atom: total,
    amount_discount_atom: 0,
    amount_total_atom: total,
  };
}

/** Nobody has bought anything to pay for: it is written by hand. */
const byHand = {
  status: 'draft',
  checkout_session_id: null,
  subscription_ids: [],
  billing_reason: null,
} as const;

/** What is still to be paid of it. */
function dueAmount({ status: now, amount_total_atom: total }: InvoiceRecord): number {
  return now === 'paid' || now === 'void' ? 0 : total;
}

function viewCollection(invoice: InvoiceRecord) {
  return {
    collection_method: invoice.collection_method,
    issued_at: isoTime(invoice.issued_at),
    due_date: isoTime(invoice.due_at),
    attempt_count: invoice.attempt_count,
    next_payment_attempt_at: isoTime(invoice.next_attempt_at),
  };
}

/** What was bought is called what it is described as. */
const viewLine = ({ name, metadata, ...line }: InvoiceLine) => ({
  ...line,
  name: name ?? line.description,
  metadata: { ...metadata },
});

/**
 * What was bought and what was paid for it. Completing a session with items makes one, and so does each renewal; others
 * are written by hand.
 */
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
    billing_reason: z
      .enum(['subscription_create', 'subscription_cycle', 'subscription_update'])
      .nullable(),
    currency: z.string(),
    line_items: z.array(invoiceLineSchema),
    subtotal_amount_atom: z.int(),
    discount_amount_atom: z.int(),
    total_amount_atom: z.int(),
    due_amount_atom: z.int(),
    paid_amount_atom: z.int(),
    refunded_amount_atom: z.int(),
    collection_method: collectionMethod,
    issued_at: z.iso.datetime(),
    due_date: z.iso.datetime().nullable(),
    attempt_count: z.int(),
    next_payment_attempt_at: z.iso.datetime().nullable(),
    metadata: z.record(z.string(), z.string()),
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
    line_items: invoice.line_items.map(viewLine),
    subtotal_amount_atom: invoice.amount_subtotal_atom,
    discount_amount_atom: invoice.amount_discount_atom,
    total_amount_atom: invoice.amount_total_atom,
    due_amount_atom: dueAmount(invoice),
    paid_amount_atom: invoice.status === 'paid' ? invoice.amount_total_atom : 0,
    refunded_amount_atom: invoice.refunded_amount_atom,
    ...viewCollection(invoice),
    metadata: { ...invoice.metadata },
    out_of_band: invoice.out_of_band,
    paid_at: isoTime(invoice.paid_at),
    description: invoice.description,
  }),
  customFields: (invoice) => invoice.custom_fields,
  filters: { customer_id: z.string(), checkout_session_id: z.string(), status },
  create: {
    body: createBody,
    make(change, body, base) {
      const { now } = change;
      const record = {
        ...base,
        ...newInvoice(change.account),
        ...byHand,
        ...draft(change, body, base),
        customer_id: body.customer_id,
        currency: body.currency,
        description: body.description,
        collection_method: body.collection_method,
        metadata: body.metadata,
        custom_fields: change.customFields('invoice', body.custom_fields),
      };
      announce(change.account, 'invoice.created', invoices, { record, now });
      return record;
    },
  },
  update: {
    body: z.strictObject({
      description: descriptionField.optional(),
      metadata: metadataField.optional(),
      custom_fields: customFieldsField.nullish(),
    }),
    apply(change, before, { custom_fields: fields, ...body }) {
      const record = {
        ...applyChanges(before, body),
        custom_fields: change.customFields('invoice', fields, before.custom_fields),
      };
      const { account, now } = change;
      announce(account, 'invoice.updated', invoices, { record, before, now });
      return record;
    },
  },
});
