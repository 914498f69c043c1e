import { z } from 'zod';

export const webhookRequestSchema = z
  .strictObject({
    method: z.literal('POST'),
    url: z.string(),
    headers: z.record(z.string(), z.string()),
    /** Exactly as it was signed. */
    body: z.string(),
  })
  .meta({ id: 'WebhookRequest' });

export type WebhookRequest = z.infer<typeof webhookRequestSchema>;
