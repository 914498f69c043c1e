import fc from 'fast-check';
import { z } from 'zod';

/** As much of JSON Schema as the OpenAPI document of this server uses. */
export const jsonSchema = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  const: z.json().optional(),
  enum: z.array(z.json()).optional(),
  examples: z.array(z.json()).optional(),
  not: z.unknown().optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.int().optional(),
  maxLength: z.int().optional(),
  minItems: z.int().optional(),
  required: z.array(z.string()).optional(),
  get anyOf() {
    return z.array(jsonSchema).optional();
  },
  get items() {
    return jsonSchema.optional();
  },
  get properties() {
    return z.record(z.string(), jsonSchema).optional();
  },
  get additionalProperties() {
    return z.union([z.boolean(), jsonSchema]).optional();
  },
});

export type JsonSchema = z.infer<typeof jsonSchema>;

/** What a fresh account knows by these names; without them hardly a generated body would be accepted. */
const seeded: Readonly<Record<string, readonly string[]>> = {
  price_id: ['price_premium', 'price_basic', 'price_pro_monthly'],
  product_id: ['prod_basic'],
  customer_id: ['cus_abc123'],
  coupon_id: ['coupon_dev_abc123'],
  promotion_code: ['SAVE20'],
  processor_id: ['proc_dev_stripe', 'proc_dev_airwallex'],
  processor_route_id: ['proute_dev_fallback'],
  currency: ['usd'],
  number: ['4242424242424242', '4000000000000002'],
};

function textOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.format === 'email') return fc.constantFrom('a@b.example', 'sam@shop.example');
  // Nobody listens there, and nothing leaves the machine.
  if (schema.format === 'uri')
    return fc.constantFrom('http://localhost:9/', 'https://127.0.0.1:9/');
  if (schema.format === 'date-time') {
    return fc.constantFrom('2030-01-01T00:00:00Z', '2031-12-31T23:59:59+02:00');
  }
  const { minLength = 0, maxLength = 20 } = schema;
  if (schema.pattern !== undefined) {
    return fc.stringMatching(new RegExp(schema.pattern), { maxLength: Math.max(maxLength, 32) });
  }
  return fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 20) });
}

/** A member: often one that the account knows, else whatever its schema allows. */
function memberOf(name: string, schema: JsonSchema): fc.Arbitrary<unknown> {
  const known = seeded[name];
  const any = arbitraryOf(schema);
  return known ? fc.oneof({ arbitrary: fc.constantFrom(...known), weight: 4 }, any) : any;
}

function objectOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties: more } = schema;
  const known = Object.entries(properties).filter(([, property]) => property.not === undefined);
  const members = known.map(([name, property]) => [name, memberOf(name, property)] as const);
  if (typeof more !== 'object' || members.length > 0) {
    return fc.record(Object.fromEntries(members), { requiredKeys: required });
  }
  return fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), arbitraryOf(more), { maxKeys: 2 });
}

function typedOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const { minimum: min = -1000, maximum: max = 1000, minItems: minLength = 0, items } = schema;
  switch (schema.type) {
    case 'string':
      return textOf(schema);
    case 'integer':
    case 'number':
      return fc.integer({ min: Math.max(min, -(2 ** 31)), max: Math.min(max, 2 ** 31 - 1) });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(arbitraryOf(items ?? {}), { minLength, maxLength: minLength + 2 });
    case 'object':
      return objectOf(schema);
    default:
      return fc.constant(null);
  }
}

/** Values that a schema without references allows. */
export function arbitraryOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  const listed = schema.enum ?? schema.examples;
  if (listed) return fc.constantFrom(...listed);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(arbitraryOf));
  if (Array.isArray(schema.type)) {
    return fc.oneof(...schema.type.map((type) => typedOf({ ...schema, type })));
  }
  return typedOf(schema);
}
