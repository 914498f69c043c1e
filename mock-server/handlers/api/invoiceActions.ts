import { z } from 'zod';
import { awaitPayment } from '../../billing/invoices/awaitPayment.ts';
import { cardRefusal } from '../../billing/payments/cardRefusal.ts';
import { collectInvoice, takeMoney } from '../../billing/payments/collectInvoice.ts';
import { declinedProblem } from '../../billing/payments/declinedProblem.ts';
import { payInvoice } from '../../billing/invoices/payInvoice.ts';
import { changeInvoice } from '../../billing/invoices/changeInvoice.ts';
import { closeInvoice } from '../../billing/invoices/closeInvoice.ts';
import { Problem } from '../../domain/requests/Problem.ts';
import type { AnswerSchemaOf } from '../../resources/answerSchema.ts';
import { invoices } from '../../resources/invoices.ts';
import { idField } from '../../schemas/fields.ts';
import { expandShape } from '../../schemas/pageShape.ts';
import type { Account } from '../../store/createAccount.ts';
import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import { accountOperation } from '../operations/accountOperation.ts';
import { createReader } from '../operations/createReader.ts';
import type { Answer } from '../operations/perform.ts';
import type { Route } from '../Route.ts';
import type { ServerContext } from '../ServerContext.ts';

const payBody = z
  .strictObject({
    payment_method_id: idField.nullable().default(null),
    out_of_band: z.boolean().default(false),
  })
  .refine(({ payment_method_id: id, out_of_band: apart }) => id === null || !apart, {
    path: ['payment_method_id'],
    error: 'Nothing is charged out of band: leave this out',
  })
  .meta({ id: 'PayInvoice' });

type Pay = z.infer<typeof payBody>;

const canBePaid = ['open', 'past_due', 'uncollectible'];

function refuse({ status }: InvoiceRecord, allowed: readonly string[], what: string): void {
  if (allowed.includes(status)) return;
  const states = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(allowed);
  const detail = `An invoice that is ${status} cannot be ${what}: it must be ${states}.`;
  throw new Problem(409, 'invoice_status', detail);
}

/** A draft becomes a bill: it is charged at once where that is how it is collected. */
function finalize(account: Account, before: InvoiceRecord, now: number): InvoiceRecord {
  refuse(before, ['draft'], 'finalized');
  const open = { status: 'open', issued_at: Math.max(before.issued_at, now) } as const;
  const bill = changeInvoice(account, before, open, 'invoice.finalized', now);
  if (bill.collection_method === 'charge_automatically' || bill.amount_total_atom === 0) {
    return collectInvoice(account, bill, now).invoice;
  }
  return awaitPayment(account, bill);
}

/** Charges a card for it now, or notes that it was paid some other way. */
function pay(account: Account, before: InvoiceRecord, body: Pay, now: number) {
  if (before.status === 'paid') return before;
  refuse(before, canBePaid, 'paid');
  if (body.out_of_band) {
    return payInvoice(account, before, { payment_intent_id: null, out_of_band: true }, now);
  }
  const { payment_method_id: id } = body;
  const wrong = (type: string, msg: string): Problem =>
    Problem.invalid([{ loc: ['body', 'payment_method_id'], msg, type }]);
  const refusal = id === null ? undefined : cardRefusal(account, id, before.customer_id);
  if (refusal) throw wrong(refusal.type, refusal.msg);
  const { invoice, payment } = takeMoney(account, before, now, id ?? undefined);
  if (invoice.status === 'paid') return invoice;
  if (!payment) throw wrong('missing', 'The customer has no saved card: give a payment method');
  return declinedProblem(payment);
}

/** `invoices/:id/…`: what becomes of a bill. */
export function invoiceActions(context: ServerContext, schemaOf: AnswerSchemaOf): Route[] {
  const { view, find } = createReader(invoices);
  const query = z.strictObject(expandShape);
  const answer = { status: 200, schema: () => schemaOf(invoices) } as const;
  type Act = (account: Account, invoice: InvoiceRecord, now: number) => InvoiceRecord;
  const action = (name: string, summary: string, act: Act): Route =>
    accountOperation(context, 'POST', `/invoices/:id/${name}`, {
      ...{ summary, query, answer, refusals: [409] },
      decide({ account, params, query: asked, now }) {
        const invoice = act(account, find(account, params), now);
        return { status: 200, body: view(account, invoice, asked) };
      },
    });
  return [
    action('finalize', 'Finalize an invoice', finalize),
    action('void', 'Void an invoice', (account, invoice, now) => {
      if (invoice.status === 'void') return invoice;
      refuse(invoice, ['draft', ...canBePaid], 'voided');
      return closeInvoice(account, invoice, 'void', now);
    }),
    action('mark-uncollectible', 'Give up an invoice', (account, invoice, now) => {
      if (invoice.status === 'uncollectible') return invoice;
      refuse(invoice, ['open', 'past_due'], 'given up');
      return closeInvoice(account, invoice, 'uncollectible', now);
    }),
    accountOperation(context, 'POST', '/invoices/:id/pay', {
      ...{ summary: 'Pay an invoice', body: payBody, query, answer, refusals: [402, 409] },
      decide({ account, params, body, query: asked, now }): Answer {
        const paid = pay(account, find(account, params), body, now);
        if (paid instanceof Problem) return paid;
        return { status: 200, body: view(account, paid, asked) };
      },
    }),
  ];
}
