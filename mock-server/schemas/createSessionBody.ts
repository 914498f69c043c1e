import { z } from 'zod';
import { isNestedDeeper } from '../domain/requests/isNestedDeeper.ts';
import { isExactOrigin, returnUrlOrigin } from '../domain/addresses/returnUrls.ts';
import { customFieldsField, idField } from './fields.ts';

/** Of what is stored as it came: it has to be written again. */
const mostLevels = 32;

const returnUrlSchema = z
  .string()
  .max(2048)
  .refine((text) => returnUrlOrigin(text) !== undefined, {
    error:
      'Give an absolute https URL without spaces, user name or password, or an http URL on localhost or 127.0.0.1',
  })
  .meta({
    description: 'https, or http on a loopback host. {CHECKOUT_SESSION_ID} in it is filled in.',
    examples: ['https://shop.example/thanks?session_id={CHECKOUT_SESSION_ID}'],
  });

const originSchema = z
  .string()
  .max(255)
  .refine(isExactOrigin, {
    error:
      'Give one origin as a browser writes it, such as https://shop.example: https, or http on a loopback host; no path, no trailing slash, no wildcard',
  })
  .meta({ examples: ['https://shop.example', 'http://localhost:3000'] });

const lineItemsSchema = z
  .array(z.strictObject({ price_id: idField, quantity: z.int().min(1).max(999_999) }))
  .max(100);

export const createSessionBodySchema = z
  .strictObject({
    success_url: returnUrlSchema,
    return_url: returnUrlSchema,
    mode: z
      .enum(['payment', 'setup'], { error: 'Give "payment", also for what recurs, or "setup"' })
      .default('payment'),
    customer_id: idField.nullable().default(null),
    customer_email: z.email().max(254).nullable().default(null),
    expires_in_hours: z.int().min(1).max(720).default(24),
    line_items: lineItemsSchema.default([]),
    coupon_id: idField.nullable().default(null),
    promotion_code: z.string().trim().min(1).max(255).nullable().default(null),
    custom_fields: customFieldsField.nullable().default(null),
    params_for_sub: z
      .strictObject({ custom_fields: customFieldsField.nullable().default(null) })
      .nullable()
      .default(null),
    processor_route_id: idField.nullable().default(null),
    cascade_line_items: z
      .array(
        z.strictObject({
          line_items: lineItemsSchema.min(1),
          processor_route_id: idField.nullable().default(null),
        }),
      )
      .min(1)
      .max(10)
      .nullable()
      .default(null),
    card_checkout_settings: z
      .strictObject({ three_d_secure: z.enum(['automatic', 'required', 'off']) })
      .nullable()
      .default(null),
    setup_preferences: z
      .strictObject({
        processors: z
          .record(z.string(), z.unknown())
          .refine((processors) => !isNestedDeeper(processors, mostLevels), {
            error: `This is nested too deeply. Give at most ${String(mostLevels)} levels`,
          }),
      })
      .nullable()
      .default(null),
    allowed_origins: z.array(originSchema).max(20).default([]),
  })
  .superRefine((body, context) => {
    const refuse = (field: string, message: string): void => {
      const params = { type: 'not_allowed' };
      context.addIssue({ code: 'custom', path: [field], message, params });
    };
    if (body.coupon_id !== null && body.promotion_code !== null) {
      refuse('promotion_code', 'Give coupon_id or promotion_code, not both');
    }
    if (body.mode === 'payment' && body.cascade_line_items && body.line_items.length === 0) {
      refuse('cascade_line_items', 'Fallbacks are for line_items: give those, too');
    }
    if (body.mode !== 'setup') return;
    const charges = 'A session in setup mode charges nothing: leave this out';
    if (body.line_items.length > 0) refuse('line_items', charges);
    if (body.cascade_line_items) refuse('cascade_line_items', charges);
    if (body.coupon_id !== null) refuse('coupon_id', charges);
    if (body.promotion_code !== null) refuse('promotion_code', charges);
  })
  .meta({ id: 'CreateCheckoutSession' });

export type CreateSessionBody = z.infer<typeof createSessionBodySchema>;
