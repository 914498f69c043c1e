import type { EventType } from '../domain/webhooks/eventTypes.ts';
import type { Account } from './createAccount.ts';
import { queueDelivery } from './queueDelivery.ts';
import type { WebhookFault } from './records/FaultRecord.ts';

/** How long a webhook is held back that is to come after later ones, on the account's clock. */
const heldBack = 2000;

/** What goes wrong with this event, where somebody asked for it. */
function takeFault(account: Account, now: number): WebhookFault['kind'] | undefined {
  const { webhookFaults } = account.records;
  for (const fault of webhookFaults.values()) {
    if (fault.left === 0) continue;
    webhookFaults.put({ ...fault, left: fault.left - 1, updated_at: now });
    return fault.kind;
  }
  return undefined;
}

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
  const wanting = [...webhookEndpoints.values()].filter(
    ({ enabled, events: types }) => enabled && (types.includes('*') || types.includes(type)),
  );
  if (wanting.length === 0) return;
  const fault = takeFault(account, now);
  const times = fault === 'duplicate' ? 2 : 1;
  const at = fault === 'reorder' ? now + heldBack : now;
  for (const endpoint of wanting) {
    const options = { at, badSignature: fault === 'bad_signature' };
    for (let count = 0; count < times; count += 1) queueDelivery(account, event, endpoint, options);
  }
}
