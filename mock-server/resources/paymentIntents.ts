import { z } from 'zod';
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
    checkout_session_id: z.string(),
    status,
    amount_atom: z.int(),
    currency: z.string().nullable(),
    customer_id: z.string().nullable(),
    payment_method_id: z.string().nullable(),
    card: z.object({ brand: z.string(), last4: z.string() }),
    decline_code: z.string().nullable(),
  },
  view(payment, account) {
    const session = account.records.sessions.get(payment.session_id);
    const paid = session?.payment_intent_id === payment.id;
    return {
      checkout_session_id: payment.session_id,
      status: payment.status,
      amount_atom: payment.amount_atom,
      currency: payment.currency,
      customer_id: session?.customer_id ?? null,
      payment_method_id: paid ? session.payment_method_id : null,
      card: { brand: payment.card.brand, last4: payment.card.last4 },
      decline_code: payment.decline_code,
    };
  },
  filters: { checkout_session_id: z.string(), status },
});
