import type { EventType } from '../../domain/webhooks/eventTypes.ts';
import type { Dated } from './Dated.ts';

/** Something that happened, as endpoints are told of it. */
export interface EventRecord extends Dated {
  readonly type: EventType;
  /** The REST view of what it happened to, after the change. */
  readonly object: unknown;
  /** What changed members were before; null where there was nothing before. */
  readonly previous_attributes: Readonly<Record<string, unknown>> | null;
}

/** An address that wants to be told. */
export interface WebhookEndpoint extends Dated {
  readonly url: string;
  /** Event types, or `*` for all of them. */
  readonly events: readonly (EventType | '*')[];
  readonly description: string | null;
  readonly enabled: boolean;
  readonly secret: string;
}

/** One attempt to tell one endpoint of one event. A retry is another one. */
export interface DeliveryRecord extends Dated {
  readonly event_id: string;
  readonly event_type: EventType;
  readonly endpoint_id: string;
  /** 1 to 5. */
  readonly attempt: number;
  readonly state: 'pending' | 'succeeded' | 'failed';
  /** On the account's clock. */
  readonly due_at: number;
  readonly sent_at: number | null;
  /** The time in its signature, which is real time. Not there before it was sent. */
  readonly signed_at?: number;
  readonly response_status: number | null;
  /** Why there was no answer, or why the answer does not count. */
  readonly error: string | null;
  readonly duration_ms: number | null;
  /** When the next attempt is due; null when there is none. */
  readonly retry_at: number | null;
  /** Sent again because somebody asked for it. */
  readonly replay: boolean;
  /** Signed wrongly on purpose. */
  readonly bad_signature: boolean;
}
