import type { Account } from './createAccount.ts';
import type { DeliveryRecord, EventRecord, WebhookEndpoint } from './records/EventRecord.ts';

/** Puts an attempt into the log as pending; it is made when `at` has come. */
export function queueDelivery(
  account: Account,
  event: Pick<EventRecord, 'id' | 'type'>,
  endpoint: Pick<WebhookEndpoint, 'id'>,
  options: {
    readonly at: number;
    readonly attempt?: number;
    readonly replay?: boolean;
    readonly badSignature?: boolean;
  },
): DeliveryRecord {
  const { at, attempt = 1, replay = false, badSignature = false } = options;
  const delivery = account.records.deliveries.put({
    id: account.random.id('whd'),
    event_id: event.id,
    event_type: event.type,
    endpoint_id: endpoint.id,
    attempt,
    state: 'pending',
    due_at: at,
    sent_at: null,
    response_status: null,
    error: null,
    duration_ms: null,
    retry_at: null,
    replay,
    bad_signature: badSignature,
    created_at: at,
    updated_at: at,
  });
  account.due.add({ at, kind: 'webhook.deliver', id: delivery.id });
  return delivery;
}
