import { isoTime } from '../domain/time/isoTime.ts';
import type { Delivery } from '../schemas/timeline.ts';
import type { DeliveryRecord } from '../store/records/EventRecord.ts';

/** An attempt as the delivery log shows it. */
export function deliveryView(delivery: DeliveryRecord): Delivery {
  return {
    id: delivery.id,
    object: 'delivery',
    event_id: delivery.event_id,
    event_type: delivery.event_type,
    endpoint_id: delivery.endpoint_id,
    attempt: delivery.attempt,
    state: delivery.state,
    due_at: isoTime(delivery.due_at),
    sent_at: isoTime(delivery.sent_at),
    response_status: delivery.response_status,
    error: delivery.error,
    duration_ms: delivery.duration_ms,
    retry_at: isoTime(delivery.retry_at),
    replay: delivery.replay,
    bad_signature: delivery.bad_signature,
  };
}
