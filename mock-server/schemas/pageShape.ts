import { z } from 'zod';

const count = (lowest: number, highest: number, byDefault: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, {
      error: `Give a whole number from ${String(lowest)} to ${String(highest)}`,
    })
    .transform(Number)
    .pipe(z.int().min(lowest).max(highest))
    .default(byDefault)
    // In a query it is a text; who reads the document is told of the number.
    .meta({
      override({ jsonSchema }) {
        delete jsonSchema.pattern;
        const range = { minimum: lowest, maximum: highest, default: byDefault };
        Object.assign(jsonSchema, { type: 'integer', ...range });
      },
    });

/** `limit` and `offset` of every list. */
export const pageShape = { limit: count(1, 100, 20), offset: count(0, 999_999_999, 0) };

/** `expand` of everything that can have custom fields. */
export const expandShape = { expand: z.array(z.enum(['custom_fields'])).default([]) };

/** A yes or no to narrow a list by. */
export const flagFilter = z
  .enum(['true', 'false'], { error: 'Give true or false' })
  .transform((text) => text === 'true');
