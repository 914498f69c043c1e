import { z } from 'zod';
import { customFieldsField, nameField } from '../schemas/fields.ts';
import type { SessionRecord } from '../store/records/SessionRecord.ts';
import { applyChanges } from './applyChanges.ts';
import { defineResource } from './Resource.ts';
import { someSession } from './someSession.ts';

const email = z.email().max(254);

/** Who pays. */
export const customers = defineResource({
  path: 'customers',
  object: 'customer',
  event: 'customer',
  prefix: 'cus',
  collection: ({ customers: collection }) => collection,
  shape: { email: z.string(), name: z.string().nullable() },
  view: (customer) => ({ email: customer.email, name: customer.name }),
  customFields: (customer) => customer.custom_fields,
  filters: { email },
  create: {
    body: z.strictObject({
      email,
      name: nameField.nullable().default(null),
      custom_fields: customFieldsField.nullish(),
    }),
    make: (change, body, base) => ({
      ...base,
      email: body.email,
      name: body.name,
      custom_fields: change.customFields('customer', body.custom_fields),
    }),
  },
  update: {
    body: z.strictObject({
      email: email.optional(),
      name: nameField.nullable().optional(),
      custom_fields: customFieldsField.nullish(),
    }),
    apply: (change, customer, { custom_fields: fields, ...body }) => ({
      ...applyChanges(customer, body),
      custom_fields: change.customFields('customer', fields, customer.custom_fields),
    }),
  },
  remove: {
    obstacle(account, { id }) {
      const isOpen = ({ customer_id: payer, state }: SessionRecord): boolean =>
        payer === id && (state === 'open' || state === 'processing');
      if (someSession(account, isOpen)) {
        return 'A checkout session of this customer is still open. Expire it first.';
      }
      for (const { customer_id: payer, state } of account.records.subscriptions.values()) {
        if (payer !== id || state === 'cancelled') continue;
        return 'A subscription of this customer is still running. Cancel it first.';
      }
      return undefined;
    },
    follow({ account, now }, { id }) {
      const { paymentMethods } = account.records;
      for (const method of paymentMethods.values()) {
        if (method.customer_id !== id) continue;
        paymentMethods.put({ ...method, customer_id: null, updated_at: now });
      }
    },
  },
});
