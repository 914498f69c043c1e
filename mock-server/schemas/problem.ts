import { z } from 'zod';
import { publicSessionSchema } from './publicSession.ts';

/** What every refusal looks like: RFC 9457, and some members of our own. */
export const problemSchema = z
  .strictObject({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    detail: z.string().regex(/\.$/),
    code: z.string(),
    request_id: z.string().regex(/^req_dev_[a-z0-9]{16}$/),
    errors: z
      .array(
        z.strictObject({
          loc: z.array(z.union([z.string(), z.int()])),
          msg: z.string(),
          type: z.string(),
        }),
      )
      .optional(),
    reason: z.string().optional(),
    decline_code: z.string().optional(),
    recoverable: z.boolean().optional(),
    payment_intent_id: z.string().optional(),
    session: publicSessionSchema.optional(),
  })
  .meta({ id: 'Problem' });
