import { z } from 'zod';

/** One page of a list. */
export function listSchema(item: z.ZodType) {
  return z.strictObject({
    data: z.array(item),
    limit: z.int(),
    offset: z.int(),
    total: z.int(),
    has_more: z.boolean(),
  });
}
