import { z } from 'zod';
import { lineItemSchema } from './checkoutSession.ts';

/** A line of a bill that was written by hand has no price. */
export const invoiceLineSchema = lineItemSchema
  .extend({
    price_id: z.string().nullable(),
    product_id: z.string().nullable(),
    name: z.string(),
    metadata: z.record(z.string(), z.string()),
  })
  .meta({ id: 'InvoiceLine' });
