import { z } from 'zod';
import {
  amountField,
  currencyField,
  customFieldsField,
  fixedField,
  idField,
} from '../schemas/fields.ts';
import { flagFilter } from '../schemas/pageShape.ts';
import type { SubscriptionRecord } from '../store/records/SubscriptionRecord.ts';
import { applyChanges } from './applyChanges.ts';
import { defineResource, type Change } from './Resource.ts';
import { ordersOf, someSession } from './someSession.ts';
import { someSubscription } from './someSubscription.ts';

const interval = z.enum(['day', 'week', 'month', 'year']);

const createBody = z.strictObject({
  product_id: idField,
  currency: currencyField,
  unit_amount_atom: amountField,
  price_type: z.enum(['one_time', 'recurring']).default('one_time'),
  billing_interval: interval.nullable().default(null),
  billing_interval_count: z.int().min(1).max(365).nullable().default(null),
  active: z.boolean().default(true),
  custom_fields: customFieldsField.nullish(),
});

/** How often it is due: once in one or more intervals when it recurs, and never again otherwise. */
function billingOf(change: Change, body: z.infer<typeof createBody>) {
  const { price_type: type, billing_interval: every, billing_interval_count: count } = body;
  if (type === 'recurring') {
    if (every === null) {
      change.refuse(['billing_interval'], 'missing', 'Say how often a recurring price is due');
    }
    return { billing_interval: every, billing_interval_count: count ?? 1 };
  }
  const once =
    'A one-time price is not due again: leave this out, or give "recurring" as "price_type"';
  if (every !== null) change.refuse(['billing_interval'], 'not_allowed', once);
  if (count !== null) change.refuse(['billing_interval_count'], 'not_allowed', once);
  return { billing_interval: null, billing_interval_count: null };
}

/** What a product costs. Orders rely on it, so all but its use is fixed. */
export const prices = defineResource({
  path: 'prices',
  object: 'price',
  event: 'price',
  prefix: 'price',
  collection: ({ prices: collection }) => collection,
  shape: {
    product_id: z.string(),
    active: z.boolean(),
    currency: z.string(),
    price_type: z.enum(['one_time', 'recurring']),
    unit_amount_atom: z.int(),
    billing_interval: interval.nullable(),
    billing_interval_count: z.int().nullable(),
  },
  view: (price) => ({
    product_id: price.product_id,
    active: price.active,
    currency: price.currency,
    price_type: price.price_type,
    unit_amount_atom: price.unit_amount_atom,
    billing_interval: price.billing_interval,
    billing_interval_count: price.billing_interval_count,
  }),
  customFields: (price) => price.custom_fields,
  filters: { product_id: z.string(), active: flagFilter },
  create: {
    body: createBody,
    make(change, body, base) {
      if (!change.account.records.products.get(body.product_id)) {
        const msg = 'There is no such product in this account: check its id';
        change.refuse(['product_id'], 'unknown_product', msg);
      }
      const customFields = change.customFields('price', body.custom_fields);
      return { ...base, ...body, ...billingOf(change, body), custom_fields: customFields };
    },
  },
  update: {
    body: z.strictObject({
      active: z.boolean().optional(),
      custom_fields: customFieldsField.nullish(),
      product_id: fixedField,
      currency: fixedField,
      unit_amount_atom: fixedField,
      price_type: fixedField,
      billing_interval: fixedField,
      billing_interval_count: fixedField,
    }),
    apply: (change, price, { active, custom_fields: fields }) => ({
      ...applyChanges(price, { active }),
      custom_fields: change.customFields('price', fields, price.custom_fields),
    }),
  },
  remove: {
    obstacle(account, { id }) {
      const has = (items: readonly { readonly price_id: string }[]): boolean =>
        items.some(({ price_id: of }) => of === id);
      if (
        someSession(account, (session) => ordersOf(session).some((order) => has(order.line_items)))
      ) {
        return 'A checkout session has this price. Set active to false instead.';
      }
      const recurs = ({ items, pending_items: next }: SubscriptionRecord): boolean =>
        has(items) || has(next ?? []);
      return someSubscription(account, recurs)
        ? 'A subscription has this price. Set active to false instead.'
        : undefined;
    },
  },
});
