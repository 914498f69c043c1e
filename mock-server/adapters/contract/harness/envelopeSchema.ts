import { z } from 'zod';

/** What every webhook is, whatever it tells of. */
export const envelopeSchema = z.strictObject({
  id: z.string().regex(/^evt_dev_[a-z0-9]{16}$/),
  object: z.literal('event'),
  type: z.string(),
  created: z.int(),
  livemode: z.literal(false),
  data: z.strictObject({
    object: z.looseObject({ id: z.string() }),
    previous_attributes: z.looseObject({}).optional(),
  }),
});
