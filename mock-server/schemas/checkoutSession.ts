import { z } from 'zod';

const amount = z.int().min(0);
const time = z.iso.datetime();

export const lineItemSchema = z
  .object({
    id: z.string(),
    price_id: z.string(),
    product_id: z.string(),
    description: z.string(),
    quantity: z.int(),
    currency: z.string(),
    unit_amount_atom: amount,
    amount_subtotal_atom: amount,
    amount_discount_atom: amount,
    amount_total_atom: amount,
    billing_interval: z.enum(['day', 'week', 'month', 'year']).nullable(),
    billing_interval_count: z.int().nullable(),
  })
  .meta({ id: 'LineItem' });

const orderShape = {
  line_items: z.array(lineItemSchema),
  currency: z.string().nullable(),
  amount_subtotal_atom: amount,
  amount_discount_atom: amount,
  amount_total_atom: amount,
};

export const customFieldValuesSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean()]),
);

/** One processor asked for the money of one tier. */
export const attemptSchema = z.object({
  tier: z.int(),
  processor_id: z.string(),
  outcome: z.enum(['succeeded', 'declined', 'requires_action', 'processing', 'canceled']),
  decline_code: z.string().nullable(),
  at: time,
});

const cascadeStatusSchema = z.object({
  current_tier: z.int(),
  tiers_total: z.int(),
  /** What the merchant asked for first: `line_items` are those of the tier that is current. */
  first_tier: z.object(orderShape),
  attempts: z.array(attemptSchema),
});

export const checkoutSessionSchema = z
  .object({
    id: z.string(),
    object: z.literal('checkout_session'),
    account_id: z.string(),
    livemode: z.literal(false),
    secure_token: z.string(),
    url: z.url(),
    state: z.enum(['open', 'processing', 'completed', 'expired']),
    completed: z.boolean(),
    is_expired: z.boolean(),
    mode: z.enum(['payment', 'setup']),
    customer_id: z.string().nullable(),
    customer_email: z.string().nullable(),
    ...orderShape,
    coupon_id: z.string().nullable(),
    promotion_code: z.string().nullable(),
    success_url: z.string(),
    return_url: z.string(),
    allowed_origins: z.array(z.string()),
    expires_in_hours: z.int(),
    expires_at: time,
    card_tokenization_mode: z.literal('direct'),
    card_checkout_settings: z
      .object({ three_d_secure: z.enum(['automatic', 'required', 'off']) })
      .nullable(),
    processor_route_id: z.string().nullable(),
    cascade_status: cascadeStatusSchema.nullable(),
    cascade_tiers: z
      .array(z.object({ ...orderShape, processor_route_id: z.string().nullable() }))
      .nullable(),
    setup_preferences: z.object({ processors: z.record(z.string(), z.unknown()) }).nullable(),
    params_for_sub: z.object({ custom_fields: customFieldValuesSchema }).nullable(),
    payment_intent_id: z.string().nullable(),
    payment_method_id: z.string().nullable(),
    invoice_id: z.string().nullable(),
    subscription_ids: z.array(z.string()),
    completed_at: time.nullable(),
    created_at: time,
    updated_at: time,
    custom_fields: customFieldValuesSchema.optional(),
  })
  .meta({ id: 'CheckoutSession' });

export type CheckoutSession = z.infer<typeof checkoutSessionSchema>;
