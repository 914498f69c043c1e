import type { EventType } from '../domain/eventTypes.ts';
import type { Account } from './createAccount.ts';
import { queueDelivery } from './queueDelivery.ts';

/**
 * Records that something happened and queues what endpoints are to be told. Called inside `decide`, so that an event
 * stands or falls with its change. `object` is the REST view after the change, custom fields included.
 */
export function recordEvent(
  account: Account,
  now: number,
  type: EventType,
  object: unknown,
  previous?: Readonly<Record<string, unknown>>,
): void {
  const { events, webhookEndpoints } = account.records;
  const event = events.put({
    id: account.random.id('evt'),
    type,
    object,
    previous_attributes: previous ?? null,
    created_at: now,
    updated_at: now,
  });
  for (const endpoint of webhookEndpoints.values()) {
    const wanted = endpoint.events.includes('*') || endpoint.events.includes(type);
    if (endpoint.enabled && wanted) queueDelivery(account, event, endpoint, { at: now });
  }
}
