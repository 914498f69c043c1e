import { z } from 'zod';
import { currencyField, nameField } from '../schemas/fields.ts';
import { applyChanges } from './applyChanges.ts';
import { defineResource } from './Resource.ts';
import { someSubscription } from './someSubscription.ts';

/** In no order that matters; `null` stands for every currency. */
const currenciesField = z.array(currencyField).min(1).max(200).nullable();

/** Who takes the money. One that is not available is skipped. */
export const processors = defineResource({
  path: 'processors',
  object: 'processor',
  prefix: 'proc',
  collection: ({ processors: collection }) => collection,
  shape: {
    name: z.string(),
    currencies: z.array(z.string()).nullable(),
    available: z.boolean(),
  },
  view: ({ name, currencies, available }) => ({
    name,
    currencies: currencies && [...currencies],
    available,
  }),
  create: {
    body: z.strictObject({
      name: nameField,
      currencies: currenciesField.default(null),
      available: z.boolean().default(true),
    }),
    make: (_change, body, base) => ({ ...base, ...body }),
  },
  update: {
    body: z.strictObject({
      name: nameField.optional(),
      currencies: currenciesField.optional(),
      available: z.boolean().optional(),
    }),
    apply: (_change, processor, body) => applyChanges(processor, body),
  },
  remove: {
    obstacle(account, { id }) {
      for (const route of account.records.processorRoutes.values()) {
        if (!route.processors.some(({ processor_id: of }) => of === id)) continue;
        return 'A processor route has this processor. Take it out of the route first.';
      }
      return someSubscription(account, ({ processor_id: of }) => of === id)
        ? 'A subscription is charged over this processor. Set available to false instead.'
        : undefined;
    },
  },
});
