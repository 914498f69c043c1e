import { z } from 'zod';
import { nextActionSchema, publicSessionSchema } from './publicSession.ts';

const cardSchema = z.strictObject({
  type: z.literal('card'),
  number: z.string().min(1).max(64),
  exp_month: z.int().min(1).max(12),
  exp_year: z.int().min(2000).max(9999),
  cvc: z
    .string()
    .regex(/^\d{3,4}$/, { error: 'Give the three or four digits of the security code' }),
  name: z.string().trim().max(255).optional(),
  postal_code: z.string().trim().max(32).optional(),
});

export type Card = z.infer<typeof cardSchema>;

export const paymentBodySchema = z
  .strictObject({
    payment_method: cardSchema.optional(),
    email: z.email().max(254).optional(),
    expected_amount_atom: z.int().min(0),
    save_payment_method: z.boolean().default(false),
  })
  .meta({ id: 'PaySession' });

export type PaymentBody = z.infer<typeof paymentBodySchema>;

/** One attempt to pay, as the hosted page sees it. */
export const paymentSchema = z
  .object({
    payment_intent_id: z.string().nullable(),
    status: z.enum([
      'completed',
      'processing',
      'requires_action',
      'requires_confirmation',
      'declined',
    ]),
    decline_code: z.string().optional(),
    next_action: nextActionSchema.optional(),
    session: publicSessionSchema,
  })
  .meta({ id: 'SessionPayment' });

export type Payment = z.infer<typeof paymentSchema>;

export const promotionCodeBodySchema = z
  .strictObject({ code: z.string().trim().min(1).max(255) })
  .meta({ id: 'ApplyPromotionCode' });
