import { z } from 'zod';
import { customFieldsField, descriptionField, nameField } from '../schemas/fields.ts';
import { applyChanges } from './applyChanges.ts';
import { defineResource } from './Resource.ts';

/** What is sold. What it costs is said by its prices. */
export const products = defineResource({
  path: 'products',
  object: 'product',
  event: 'product',
  prefix: 'prod',
  collection: ({ products: collection }) => collection,
  shape: { name: z.string(), description: z.string().nullable() },
  view: ({ name, description }) => ({ name, description }),
  customFields: (product) => product.custom_fields,
  create: {
    body: z.strictObject({
      name: nameField,
      description: descriptionField.default(null),
      custom_fields: customFieldsField.nullish(),
    }),
    make: (change, body, base) => ({
      ...base,
      name: body.name,
      description: body.description,
      custom_fields: change.customFields('product', body.custom_fields),
    }),
  },
  update: {
    body: z.strictObject({
      name: nameField.optional(),
      description: descriptionField.optional(),
      custom_fields: customFieldsField.nullish(),
    }),
    apply: (change, product, { custom_fields: fields, ...body }) => ({
      ...applyChanges(product, body),
      custom_fields: change.customFields('product', fields, product.custom_fields),
    }),
  },
  remove: {
    obstacle(account, { id }) {
      const { prices } = account.records;
      const priced = prices.page({
        limit: 1,
        offset: 0,
        matches: ({ product_id: of }) => of === id,
      });
      return priced.total > 0 ? 'This product has prices. Delete them first.' : undefined;
    },
  },
});
