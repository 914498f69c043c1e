import type { z } from 'zod';
import { makeChange } from '../handlers/operations/makeChange.ts';
import { validateBody } from '../handlers/requests/validate.ts';
import { coupons } from '../resources/coupons.ts';
import { customers } from '../resources/customers.ts';
import { customFieldDefinitions } from '../resources/customFieldDefinitions.ts';
import { prices } from '../resources/prices.ts';
import { processorRoutes } from '../resources/processorRoutes.ts';
import { processors } from '../resources/processors.ts';
import { products } from '../resources/products.ts';
import { promotionCodes } from '../resources/promotionCodes.ts';
import type { Resource } from '../resources/Resource.ts';
import { webhookEndpoints } from '../resources/webhookEndpoints.ts';
import type { Dated } from '../store/records/Dated.ts';
import { collectFaults } from './collectFaults.ts';
import { createSessionSeeder } from './createSessionSeeder.ts';
import { toMistakes } from './Mistake.ts';
import { withId, type Seeder } from './Seeder.ts';

/** `identity` is what makes a record the one that is there already, where that is not all of it. */
function createSeeder<R extends Dated, S extends z.ZodRawShape, C, U>(
  { path, prefix, create, collection }: Resource<R, S, C, U>,
  identity?: (body: C) => object,
): Seeder[] {
  if (!create) return [];
  const read: Seeder['read'] = (place, given, nameOf) => {
    const named = collectFaults(() => validateBody(withId, given));
    if (!('value' in named)) return toMistakes(place, named);
    const { id: own, ...body } = named.value;
    const checked = collectFaults(() => validateBody(create.body, body));
    if (!('value' in checked)) return toMistakes(place, checked);
    const id = own ?? nameOf(prefix, identity?.(checked.value) ?? body);
    return {
      place,
      id,
      add(account, now) {
        const records = collection(account.records);
        if (records.get(id)) return false;
        const base = { id, created_at: now, updated_at: now };
        records.put(makeChange(account, now, (change) => create.make(change, checked.value, base)));
        return true;
      },
    };
  };
  return [{ path, read }];
}

/** What can be seeded, each after what it refers to. */
export function createSeeders(): Seeder[] {
  return [
    ...createSeeder(customFieldDefinitions, ({ entity, key }) => ({ entity, key })),
    ...createSeeder(customers),
    ...createSeeder(products),
    ...createSeeder(prices),
    ...createSeeder(coupons),
    ...createSeeder(promotionCodes, ({ code }) => ({ code: code.toUpperCase() })),
    ...createSeeder(processors),
    ...createSeeder(processorRoutes),
    ...createSeeder(webhookEndpoints),
    createSessionSeeder(),
  ];
}
