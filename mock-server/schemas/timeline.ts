import { z } from 'zod';
import { eventTypes } from '../domain/webhooks/eventTypes.ts';

export const deliverySchema = z
  .strictObject({
    id: z.string(),
    object: z.literal('delivery'),
    event_id: z.string(),
    event_type: z.enum(eventTypes),
    endpoint_id: z.string(),
    /** 1 to 5. */
    attempt: z.int(),
    state: z.enum(['pending', 'succeeded', 'failed']),
    due_at: z.iso.datetime(),
    sent_at: z.iso.datetime().nullable(),
    response_status: z.int().nullable(),
    error: z.string().nullable(),
    duration_ms: z.int().nullable(),
    /** When the next attempt is due. */
    retry_at: z.iso.datetime().nullable(),
    replay: z.boolean(),
    bad_signature: z.boolean(),
  })
  .meta({ id: 'Delivery' });

export type Delivery = z.infer<typeof deliverySchema>;

const attemptSchema = z.strictObject({
  tier: z.int(),
  processor_id: z.string(),
  outcome: z.enum(['succeeded', 'declined', 'requires_action', 'processing', 'canceled']),
  decline_code: z.string().nullable(),
  at: z.iso.datetime(),
});

const momentSchema = z.strictObject({
  at: z.iso.datetime(),
  kind: z.enum([
    'created',
    'opened',
    'promotion_code',
    'payment',
    'challenge',
    'completed',
    'expired',
    'event',
  ]),
  title: z.string(),
  detail: z.string(),
  /** Finds the request in the log, as long as it is there. */
  request_id: z.string().optional(),
  payment_intent_id: z.string().optional(),
  status: z.string().optional(),
  decline_code: z.string().nullable().optional(),
  /** Every processor that was asked in this payment. */
  attempts: z.array(attemptSchema).optional(),
  event_id: z.string().optional(),
  deliveries: z.array(deliverySchema).optional(),
});

export type Moment = z.infer<typeof momentSchema>;

export const timelineSchema = z
  .strictObject({ data: z.array(momentSchema) })
  .meta({ id: 'Timeline' });
