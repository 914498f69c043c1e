import { z } from 'zod';
import { defineResource } from './Resource.ts';

const cardShape = {
  brand: z.string(),
  last4: z.string(),
  exp_month: z.int(),
  exp_year: z.int(),
};

/** What a card leaves behind. Paying makes them; only a saved one belongs to a customer. */
export const paymentMethods = defineResource({
  path: 'payment-methods',
  object: 'payment_method',
  prefix: 'pm',
  collection: ({ paymentMethods: collection }) => collection,
  shape: {
    type: z.literal('card'),
    customer_id: z.string().nullable(),
    card: z.object(cardShape),
  },
  view: ({ customer_id, brand, last4, exp_month, exp_year }) => ({
    type: 'card' as const,
    customer_id,
    card: { brand, last4, exp_month, exp_year },
  }),
  filters: { customer_id: z.string() },
});
