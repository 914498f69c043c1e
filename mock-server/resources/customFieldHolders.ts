import type { CustomFieldDefinition, CustomFields } from '../domain/requests/checkCustomFields.ts';
import type { Collection } from '../store/decisions/createCollection.ts';
import type { Dated } from '../store/records/Dated.ts';
import type { Change } from './Resource.ts';

interface Holder {
  readonly fields: CustomFields;
  /** Writes the record again with these in their place. */
  readonly replace: (fields: CustomFields) => void;
}

function* holdersIn<R extends Dated & { readonly custom_fields: CustomFields }>(
  collection: Collection<R>,
  now: number,
): Iterable<Holder> {
  for (const record of collection.values()) {
    const replace = (fields: CustomFields): void => {
      collection.put({ ...record, custom_fields: fields, updated_at: now });
    };
    yield { fields: record.custom_fields, replace };
  }
}

/** A session holds the values of the subscriptions that it will make. */
function* holdersForSubscriptions({ account, now }: Pick<Change, 'account' | 'now'>) {
  const { sessions, subscriptions } = account.records;
  yield* holdersIn(subscriptions, now);
  for (const session of sessions.values()) {
    if (!session.params_for_sub) continue;
    const replace = (fields: CustomFields): void => {
      sessions.put({ ...session, params_for_sub: { custom_fields: fields }, updated_at: now });
    };
    yield { fields: session.params_for_sub.custom_fields, replace };
  }
}

/** Everything in an account that has values of an entity's custom fields. */
export function customFieldHolders(
  change: Pick<Change, 'account' | 'now'>,
  entity: CustomFieldDefinition['entity'],
): Iterable<Holder> {
  const { records } = change.account;
  switch (entity) {
    case 'customer':
      return holdersIn(records.customers, change.now);
    case 'product':
      return holdersIn(records.products, change.now);
    case 'price':
      return holdersIn(records.prices, change.now);
    case 'checkout_session':
      return holdersIn(records.sessions, change.now);
    case 'subscription':
      return holdersForSubscriptions(change);
    case 'invoice':
      return holdersIn(records.invoices, change.now);
  }
}
