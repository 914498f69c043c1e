import { z } from 'zod';
import type { Account } from '../store/createAccount.ts';
import type { Store } from '../store/createStore.ts';
import type { Namer } from './createNamer.ts';
import type { Mistake, Place } from './Mistake.ts';

/** A record that is to be added, right as far as it can be told without the account. */
export interface Seedling {
  readonly place: Place;
  readonly id: string;
  /** Adds it, as the API would. Says whether it did: what is there already is left as it is. */
  readonly add: (account: Account, now: number, ground: Ground) => boolean;
}

/** What a session has to know besides its account: where its page is, and how it is found by its token. */
export interface Ground extends Pick<Store, 'publish'> {
  readonly origin: string;
}

/** Reads records of one resource. */
export interface Seeder {
  /** As in the API: `promotion-codes`. */
  readonly path: string;
  readonly read: (place: Place, given: unknown, nameOf: Namer) => Seedling | readonly Mistake[];
}

/** What every record of the file may have besides the body that creates it. */
export const withId = z.looseObject({
  id: z
    .string()
    .regex(/^[\w-]{1,64}$/, { error: 'Give 1 to 64 letters, digits, hyphens or underscores' })
    .optional(),
});
