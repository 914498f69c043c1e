import { z } from 'zod';
import { attemptSchema } from '../schemas/checkoutSession.ts';
import { attemptView } from './attemptView.ts';
import { defineResource } from './Resource.ts';

const status = z.enum(['succeeded', 'failed', 'requires_action', 'processing', 'canceled']);

/** Attempts to take money. One that only saved a card has no currency, and is none. */
export const paymentIntents = defineResource({
  path: 'payment-intents',
  object: 'payment_intent',
  prefix: 'pi',
  collection: ({ payments }) => payments,
  includes: ({ currency }) => currency !== null,
  shape: {
    checkout_session_id: z.string().nullable(),
    status,
    amount_atom: z.int(),
    refunded_amount_atom: z.int(),
    currency: z.string().nullable(),
    customer_id: z.string().nullable(),
    payment_method_id: z.string().nullable(),
    invoice_id: z.string().nullable(),
    card: z.object({ brand: z.string(), last4: z.string() }),
    decline_code: z.string().nullable(),
    attempts: z.array(attemptSchema),
  },
  view: (payment, { records }) => ({
    checkout_session_id: payment.session_id,
    status: payment.status,
    amount_atom: payment.amount_atom,
    refunded_amount_atom: records.invoices.get(payment.invoice_id ?? '')?.refunded_amount_atom ?? 0,
    currency: payment.currency,
    customer_id: payment.customer_id,
    payment_method_id: payment.payment_method_id,
    invoice_id: payment.invoice_id,
    card: { brand: payment.card.brand, last4: payment.card.last4 },
    decline_code: payment.decline_code,
    attempts: payment.attempts.map(attemptView),
  }),
  filters: { checkout_session_id: z.string(), customer_id: z.string(), status },
  among: ({ sessions }, { checkout_session_id: id }) =>
    typeof id === 'string' ? (sessions.get(id)?.payment_ids ?? []) : undefined,
});
