import type { Tone } from '../views/Chip.tsx';

/** One attempt to tell one endpoint of one event. */
export interface Delivery {
  readonly id: string;
  readonly event_id: string;
  readonly event_type: string;
  readonly endpoint_id: string;
  readonly attempt: number;
  readonly state: 'pending' | 'succeeded' | 'failed';
  readonly due_at: string;
  readonly sent_at: string | null;
  readonly response_status: number | null;
  readonly error: string | null;
  readonly duration_ms: number | null;
  /** When the next attempt is due; null when there is none. */
  readonly retry_at: string | null;
  readonly replay: boolean;
}

/** How an attempt went, for a chip: `200`, `Retrying`, `404, final`. */
export const deliveryOutcome = (delivery: Delivery): readonly [Tone, string] => {
  const { state, response_status: status, retry_at: retry } = delivery;
  if (state === 'pending') return ['warn', delivery.attempt > 1 ? 'Retrying' : 'Waiting'];
  if (state === 'succeeded') return ['good', String(status ?? 'Sent')];
  if (retry !== null) return ['warn', 'Retrying'];
  return ['bad', status === null ? 'Failed' : `${String(status)}, final`];
};
