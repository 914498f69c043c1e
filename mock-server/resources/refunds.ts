import { z } from 'zod';
import { makeRefund } from '../billing/refunds/makeRefund.ts';
import { refundableAmount } from '../billing/refunds/refundableAmount.ts';
import { takeCredit } from '../billing/plan/takeCredit.ts';
import { Problem } from '../domain/requests/Problem.ts';
import { amountField, currencyField, idField } from '../schemas/fields.ts';
import type { Account } from '../store/createAccount.ts';
import type { InvoiceRecord } from '../store/records/InvoiceRecord.ts';
import { refundReasons } from '../store/records/RefundRecord.ts';
import { announce } from './announce.ts';
import { defineResource } from './Resource.ts';

const reason = z.enum(refundReasons);
const status = z.enum(['pending', 'succeeded', 'failed', 'requires_action', 'canceled']);

const createBody = z.strictObject({
  payment_intent_id: idField.nullable().default(null),
  invoice_id: idField.nullable().default(null),
  amount_atom: amountField.min(1).nullable().default(null),
  currency: currencyField.nullable().default(null),
  reason: reason.default('manual'),
  refunded_out_of_band: z.boolean().default(false),
});
type Body = z.infer<typeof createBody>;

const fault = (field: keyof Body, type: string, msg: string): Problem =>
  Problem.invalid([{ loc: ['body', field], msg, type }]);

/** The invoice that a payment paid, or the one that is named. The payment wins. */
function findInvoice({ records }: Account, body: Body): InvoiceRecord {
  const { payment_intent_id: paymentId, invoice_id: invoiceId } = body;
  if (paymentId === null) {
    const named = invoiceId === null ? undefined : records.invoices.get(invoiceId);
    if (named) return named;
    throw invoiceId === null
      ? fault('payment_intent_id', 'missing', 'Give payment_intent_id or invoice_id')
      : fault(
          'invoice_id',
          'unknown_invoice',
          'There is no such invoice in this account: check its id',
        );
  }
  const payment = records.payments.get(paymentId);
  if (!payment || payment.currency === null) {
    const msg = 'There is no such payment intent in this account: check its id';
    throw fault('payment_intent_id', 'unknown_payment_intent', msg);
  }
  const paid = payment.invoice_id === null ? undefined : records.invoices.get(payment.invoice_id);
  if (paid) return paid;
  throw fault(
    'payment_intent_id',
    'not_succeeded',
    'Only a payment that succeeded can be refunded: retrieve it to see its status',
  );
}

/** How much goes back, when everything is right. */
function checkAmount(invoice: InvoiceRecord, body: Body): number {
  const refundable = refundableAmount(invoice);
  if (invoice.status !== 'paid') {
    const msg = 'Only an invoice that is paid can be refunded: retrieve it to see its status';
    throw fault('invoice_id', 'not_paid', msg);
  }
  if (refundable === 0) {
    const place = body.payment_intent_id === null ? 'invoice_id' : 'payment_intent_id';
    throw fault(place, 'nothing_refundable', 'Nothing of it is left that could be refunded');
  }
  if (invoice.payment_intent_id === null && !body.refunded_out_of_band) {
    const msg = 'This was not charged here: set refunded_out_of_band to true';
    throw fault('refunded_out_of_band', 'not_charged', msg);
  }
  if (body.currency !== null && body.currency !== invoice.currency) {
    throw fault(
      'currency',
      'wrong_currency',
      'Give the currency that was charged, or leave it out',
    );
  }
  const amount = body.amount_atom ?? refundable;
  if (amount <= refundable) return amount;
  throw fault(
    'amount_atom',
    'too_big',
    `Give at most ${String(refundable)}: no more of it can be refunded`,
  );
}

/** Money that goes back: pending at first, and succeeded a few seconds later on the account's clock. */
export const refunds = defineResource({
  path: 'payments/refunds',
  object: 'refund',
  prefix: 're',
  collection: ({ refunds: collection }) => collection,
  shape: {
    status,
    payment_intent_id: z.string().nullable(),
    invoice_id: z.string(),
    amount_atom: z.int(),
    currency: z.string(),
    reason,
    refunded_out_of_band: z.boolean(),
  },
  view: (refund) => ({
    status: refund.status,
    payment_intent_id: refund.payment_intent_id,
    invoice_id: refund.invoice_id,
    amount_atom: refund.amount_atom,
    currency: refund.currency,
    reason: refund.reason,
    refunded_out_of_band: refund.refunded_out_of_band,
  }),
  filters: { payment_intent_id: z.string(), invoice_id: z.string(), status },
  create: {
    body: createBody,
    make({ account, now }, body, base) {
      const invoice = findInvoice(account, body);
      const { reason: why, refunded_out_of_band } = body;
      const terms = { amount_atom: checkAmount(invoice, body), reason: why, refunded_out_of_band };
      const record = makeRefund(account, invoice, terms, base);
      takeCredit(account, invoice, now);
      announce(account, 'refund.created', refunds, { record, now });
      return record;
    },
  },
});
