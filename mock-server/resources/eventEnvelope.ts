import type { EventRecord } from '../store/records/EventRecord.ts';

/** An event as it is sent. `data.previous_attributes` holds what changed, where something was there before. */
export function eventEnvelope(event: EventRecord) {
  const { id, type, object, previous_attributes: previous, created_at: at } = event;
  return {
    id,
    object: 'event' as const,
    type,
    created: Math.floor(at / 1000),
    livemode: false as const,
    data: { object, ...(previous && { previous_attributes: previous }) },
  };
}
