import { isDecided, type Reply } from '../api/Reply.ts';
import { backOff } from './backOff.ts';
import type { Flow } from './Flow.ts';
import { pause } from './pause.ts';

/** One press of Pay: the same bytes and the same key, however often they are sent. */
export interface Press {
  readonly body: string;
  readonly key: string;
}

const lostAtMost = 12;
const busyAtMost = 120;

/**
 * Sends a payment until its answer is known. A lost answer may have been a charge, so the same request goes out again:
 * the server answers it with the first answer, once there is one. `onLost` is called each time nothing came back.
 * `undefined`: given up, and still nobody knows.
 */
export const payUntilAnswered = async (
  { api, signal }: Pick<Flow, 'api' | 'signal'>,
  { body, key }: Press,
  onLost: () => void,
): Promise<Reply | undefined> => {
  let lost = 0;
  let busy = 0;
  while (lost < lostAtMost && busy < busyAtMost) {
    const reply = await api.pay(body, key);
    if (signal.aborted) return undefined;
    if (isDecided(reply)) return reply;
    if (reply.code === 'idempotency_in_progress') {
      busy += 1;
      await pause(reply.retryAfter ?? 1000, signal);
    } else {
      onLost();
      await pause(reply.retryAfter ?? backOff(lost), signal);
      lost += 1;
    }
  }
  return undefined;
};
