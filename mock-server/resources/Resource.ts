import type { z } from 'zod';
import type { CustomFieldDefinition, CustomFields } from '../domain/requests/checkCustomFields.ts';
import type { customFieldsField } from '../schemas/fields.ts';
import type { Account } from '../store/createAccount.ts';
import type { Collection } from '../store/decisions/createCollection.ts';
import type { AccountRecords } from '../store/records/AccountRecords.ts';
import type { Dated } from '../store/records/Dated.ts';

/** One change being made. Faults are collected, so that the caller hears of all of them at once. */
export interface Change {
  readonly account: Account;
  readonly now: number;
  /** Nothing is written once something was refused. */
  readonly refuse: (loc: readonly (string | number)[], type: string, msg: string) => void;
  /** Checks `custom_fields` of a body against their definitions, and puts them over those there were. */
  customFields(
    entity: CustomFieldDefinition['entity'],
    given: z.infer<typeof customFieldsField> | null | undefined,
    before?: CustomFields,
  ): CustomFields;
}

/**
 * Records of one kind, as the API shows them. This is all that tells one kind from another: routes, paging, errors and
 * idempotency are the same for all. What has no `create`, `update` or `remove` cannot be.
 */
export interface Resource<R extends Dated, S extends z.ZodRawShape, C, U> {
  /** Its segment of the path: `promotion-codes`. */
  readonly path: string;
  /** One of them, as the API calls it: `promotion_code`. */
  readonly object: string;
  /** What its ids begin with. */
  readonly prefix: string;
  readonly collection: (records: AccountRecords) => Collection<R>;
  /** The members of an answer besides those that every record has. */
  readonly shape: S;
  readonly view: (record: R, account: Account) => z.infer<z.ZodObject<S>>;
  /** Where it has custom fields, which `expand=custom_fields` shows. */
  readonly customFields?: (record: R) => CustomFields;
  /** Members of the answer that a list can be narrowed by. */
  readonly filters?: Readonly<Record<string, z.ZodType>>;
  /** The ids that a narrowed list can hold, the oldest first, where another record knows them. */
  readonly among?: (
    records: AccountRecords,
    query: Readonly<Record<string, unknown>>,
  ) => readonly string[] | undefined;
  /** Where endpoints are told of what is done to it: `product` for `product.created` and its like. */
  readonly event?: 'customer' | 'coupon' | 'price' | 'product';
  /** Records of the collection that are not of this kind. */
  readonly includes?: (record: R) => boolean;
  readonly create?: {
    readonly body: z.ZodType<C>;
    readonly make: (change: Change, body: C, base: Dated) => R;
  };
  readonly update?: {
    readonly body: z.ZodType<U>;
    readonly apply: (change: Change, record: R, body: U) => R;
  };
  readonly remove?: {
    /** Why it cannot be deleted now, and what to do instead. */
    readonly obstacle?: (account: Account, record: R) => string | undefined;
    /** What goes with it. */
    readonly follow?: (change: Change, record: R) => void;
  };
}

/** Lets a resource be written without naming its types. */
export function defineResource<R extends Dated, S extends z.ZodRawShape, C, U>(
  resource: Resource<R, S, C, U>,
): Resource<R, S, C, U> {
  return resource;
}
