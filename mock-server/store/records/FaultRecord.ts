import type { Dated } from './Dated.ts';

/** What goes wrong with requests on purpose. */
export interface FaultRecord extends Dated {
  /** `POST /api/checkout/session/payments`, with `*` for any text; the method may be left out. */
  readonly match: string;
  readonly latency_ms: number | null;
  /** Answered in place of what was asked for. */
  readonly status: number | null;
  /** The connection is cut, and what was asked for has not happened, or it has. */
  readonly drop: 'before' | 'after_commit' | null;
  readonly times: number;
  /** How many more requests it is for. */
  readonly left: number;
}

/** What goes wrong with webhooks on purpose: an event that comes twice, late, or signed with another secret. */
export interface WebhookFault extends Dated {
  readonly kind: 'duplicate' | 'reorder' | 'bad_signature';
  readonly times: number;
  /** How many more events it is for. */
  readonly left: number;
}
