import { z } from 'zod';
import { lineItemSchema } from './checkoutSession.ts';

const amount = z.int().min(0);

export const nextActionSchema = z.object({ type: z.literal('three_d_secure'), url: z.url() });

/** What a browser that holds the secure token may know. */
export const publicSessionSchema = z
  .object({
    id: z.string(),
    state: z.enum(['open', 'processing', 'completed', 'expired']),
    mode: z.enum(['payment', 'setup']),
    test_mode: z.boolean(),
    merchant: z.object({
      name: z.string(),
      logo_url: z.string().nullable(),
      primary_color: z.string().nullable(),
    }),
    customer: z.object({ email: z.string().nullable(), name: z.string().nullable() }).nullable(),
    line_items: z.array(lineItemSchema),
    currency: z.string().nullable(),
    amount_subtotal_atom: amount,
    amount_discount_atom: amount,
    amount_total_atom: amount,
    discount: z
      .object({
        promotion_code: z.string().nullable(),
        percent_off: z.number().nullable(),
        amount_off_atom: z.int().nullable(),
        trial_days_off: z.int().nullable(),
      })
      .nullable(),
    price_changed: z.boolean(),
    expires_at: z.iso.datetime(),
    server_time: z.iso.datetime(),
    success_url: z.url(),
    return_url: z.url(),
    payment_methods: z.array(z.literal('card')),
    payment: z
      .object({
        id: z.string(),
        status: z.enum(['completed', 'processing', 'requires_action']),
        next_action: nextActionSchema.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'PublicCheckoutSession' });

export type PublicSession = z.infer<typeof publicSessionSchema>;
