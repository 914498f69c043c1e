import { expect, test } from 'vitest';
import { z } from 'zod';
import { validateBody, validateQuery } from '../handlers/requests/validate.ts';
import { Problem, type FieldError } from '../domain/requests/Problem.ts';

/** Everything that is wrong with a value, as `place: message (type)`. */
function wrong(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const errors = error.members['errors'] as readonly FieldError[];
    return errors.map(({ loc, msg, type }) => `${loc.join('.')}: ${msg} (${type})`);
  }
  return [];
}

const inBody = (field: z.ZodType, value: unknown) =>
  wrong(() => validateBody(z.strictObject({ field }), { field: value }));

test.each([
  [z.string(), undefined, 'This is missing. Give a string (missing)'],
  [z.string(), 5, 'Give a string, not a number (invalid_type)'],
  [z.string(), null, 'Give a string, not null (invalid_type)'],
  [z.string(), ['a'], 'Give a string, not a list (invalid_type)'],
  [z.string().min(1), '', 'This is empty. Give a text (too_small)'],
  [z.string().min(1), [], 'Give a string, not a list (invalid_type)'],
  [z.string().min(3), 'ab', 'This is too short. Give at least 3 characters (too_small)'],
  [z.string().max(2), 'abc', 'This is too long. Give at most 2 characters (too_big)'],
  [z.number(), '5', 'Give a number, not a string (invalid_type)'],
  [z.number(), undefined, 'This is missing. Give a number (missing)'],
  [z.number().min(1), 0, 'This is too small. Give at least 1 (too_small)'],
  [z.int(), '5', 'Give a whole number, not a string (invalid_type)'],
  [z.int(), undefined, 'This is missing. Give a whole number (missing)'],
  [z.int(), 1.5, 'Give a whole number, without a fraction (invalid_type)'],
  [z.int(), Infinity, 'Give a whole number, not a number that is too large (invalid_type)'],
  [z.int().max(720), 721, 'This is too large. Give at most 720 (too_big)'],
  [z.int().max(720), 1e300, 'This is too large. Give at most 720 (too_big)'],
  [z.int().min(1), -1e300, 'This is too small. Give at least 1 (too_small)'],
  [z.boolean(), 'yes', 'Give true or false, not a string (invalid_type)'],
  [z.enum(['a', 'b', 'c']), 'd', 'Give "a", "b" or "c" (invalid_value)'],
  [z.enum(['a', 'b']), 5, 'Give "a" or "b", not a number (invalid_value)'],
  [z.enum(['a', 'b']), undefined, 'This is missing. Give "a" or "b" (missing)'],
  [z.literal('card'), 'cash', 'Give "card" (invalid_value)'],
  [z.email(), 'nobody', 'Give an e-mail address such as customer@example.com (invalid_format)'],
  [
    z.email(),
    5,
    'Give an e-mail address such as customer@example.com, not a number (invalid_type)',
  ],
  [z.array(z.string()), {}, 'Give a list, not an object (invalid_type)'],
  [z.array(z.string()).min(1), [], 'This list is empty. Give one at least (too_small)'],
  [z.array(z.string()).min(1), '', 'Give a list, not a string (invalid_type)'],
  [z.array(z.string()).max(1), 'ab', 'Give a list, not a string (invalid_type)'],
  [z.array(z.string()).max(1), ['a', 'b'], 'These are too many. Give at most 1 of them (too_big)'],
  [z.strictObject({}), [], 'Give an object, not a list (invalid_type)'],
  [z.record(z.string(), z.string()), [], 'Give an object, not a list (invalid_type)'],
  [
    z.union([z.string(), z.number(), z.boolean(), z.null()]),
    {},
    'Give a string, a number, true or false or null, not an object (invalid_union)',
  ],
  [z.string({ error: 'Give a name' }), 5, 'Give a name (invalid_type)'],
  [z.string({ error: 'Give a name' }), undefined, 'This is missing. Give a name (missing)'],
])('%# a wrong value is told by its kind, and what to send instead', (schema, value, message) => {
  expect(inBody(schema, value)).toEqual([`body.field: ${message}`]);
});

test('a name that cannot be used is told with what is wrong with it', () => {
  expect(inBody(z.record(z.string().max(2), z.string()), { abc: 'x' })).toEqual([
    'body.field.abc: This name cannot be used. This is too long. Give at most 2 characters (invalid_key)',
  ]);
});

test('an unknown field is told with the one that was probably meant', () => {
  const schema = z.strictObject({
    price_id: z.string().optional(),
    items: z.array(z.strictObject({ quantity: z.int().optional() })).optional(),
  });
  const body = { priceId: 'a', colour: 'red', items: [{ quantitiy: 1 }] };
  expect(wrong(() => validateBody(schema, body))).toEqual([
    'body.items.0.quantitiy: This field is not known. Perhaps you mean quantity (unknown_field)',
    'body.priceId: This field is not known. Perhaps you mean price_id (unknown_field)',
    'body.colour: This field is not known. Remove it, or check its name (unknown_field)',
  ]);
});

test('a query is told in the same words', () => {
  const schema = z.strictObject({ limit: z.string().regex(/^\d+$/, 'Give a whole number') });
  expect(wrong(() => validateQuery(schema, new URLSearchParams('limt=5')))).toEqual([
    'query.limit: This is missing. Give a string (missing)',
    'query.limt: This field is not known. Perhaps you mean limit (unknown_field)',
  ]);
});

test('a name of a query that no object may have is told like any other', () => {
  const read = (query: string) => () =>
    validateQuery(z.strictObject({}), new URLSearchParams(query));
  expect(wrong(read('__proto__=1'))).toEqual([
    'query.__proto__: This field is not known. Remove it, or check its name (unknown_field)',
  ]);
  expect(wrong(read('__proto__=1&__proto__=2'))).toEqual([
    'query.__proto__: Give this once (repeated)',
  ]);
});

test('a name of a query that stands for a list is told by that name', () => {
  const schema = z.strictObject({ expand: z.array(z.enum(['custom_fields'])) });
  const read = () => validateQuery(schema, new URLSearchParams('expand=custom_fields,prices'));
  expect(read).toThrow(/^expand: Give "custom_fields"\.$/);
});

test('of thousands of mistakes the first hundred are told', () => {
  const schema = z.strictObject({ items: z.array(z.strictObject({ id: z.int() })) });
  const unknown = Object.fromEntries(
    Array.from({ length: 5000 }, (_, at) => [`x${String(at)}`, 1]),
  );
  const items = Array.from({ length: 5000 }, () => ({ id: 'a' }));
  expect(wrong(() => validateBody(schema, { items: [], ...unknown }))).toHaveLength(100);
  expect(wrong(() => validateBody(schema, { items }))).toHaveLength(100);
});
