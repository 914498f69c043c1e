import { z } from 'zod';
import { makeChange } from '../handlers/makeChange.ts';
import { validateBody } from '../handlers/validate.ts';
import { coupons } from '../resources/coupons.ts';
import { customFieldDefinitions } from '../resources/customFieldDefinitions.ts';
import { customers } from '../resources/customers.ts';
import { prices } from '../resources/prices.ts';
import { processorRoutes } from '../resources/processorRoutes.ts';
import { processors } from '../resources/processors.ts';
import { products } from '../resources/products.ts';
import { promotionCodes } from '../resources/promotionCodes.ts';
import type { Resource } from '../resources/Resource.ts';
import { webhookEndpoints } from '../resources/webhookEndpoints.ts';
import type { Dated } from '../store/AccountRecords.ts';
import type { Account } from '../store/createAccount.ts';
import { collectFaults } from './collectFaults.ts';
import { toMistakes, type Mistake, type Place } from './Mistake.ts';

/** A record that is to be added, right as far as it can be told without the account. */
export interface Seedling {
  readonly place: Place;
  readonly id: string | undefined;
  /** Adds it, as the API would. Says whether it did: what is there already is left as it is. */
  readonly add: (account: Account, now: number) => boolean;
}

/** Reads records of one resource. */
export interface Seeder {
  /** As in the API: `promotion-codes`. */
  readonly path: string;
  readonly read: (place: Place, given: unknown) => Seedling | readonly Mistake[];
}

const withId = z.looseObject({
  id: z
    .string()
    .regex(/^[\w-]{1,64}$/, { error: 'Give 1 to 64 letters, digits, hyphens or underscores' })
    .optional(),
});

function createSeeder<R extends Dated, S extends z.ZodRawShape, C, U>({
  path,
  prefix,
  create,
  collection,
}: Resource<R, S, C, U>): Seeder[] {
  if (!create) return [];
  const read: Seeder['read'] = (place, given) => {
    const named = collectFaults(() => validateBody(withId, given));
    if (!('value' in named)) return toMistakes(place, named);
    const { id, ...body } = named.value;
    const checked = collectFaults(() => validateBody(create.body, body));
    if (!('value' in checked)) return toMistakes(place, checked);
    return {
      place,
      id,
      add(account, now) {
        const records = collection(account.records);
        if (id !== undefined && records.get(id)) return false;
        const base = { id: id ?? account.random.id(prefix), created_at: now, updated_at: now };
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
    ...createSeeder(customFieldDefinitions),
    ...createSeeder(customers),
    ...createSeeder(products),
    ...createSeeder(prices),
    ...createSeeder(coupons),
    ...createSeeder(promotionCodes),
    ...createSeeder(processors),
    ...createSeeder(processorRoutes),
    ...createSeeder(webhookEndpoints),
  ];
}
