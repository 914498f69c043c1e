import { newKey } from '../../../page-parts/newKey.ts';
import type { Reply } from '../../../page-parts/requestReply.ts';
import type { Flow } from '../Flow.ts';
import { pause, pauseTime } from '../pause.ts';

/** One press of Pay: the same bytes and the same key, however often they are sent. */
export interface Press {
  readonly body: string;
  readonly key: string;
}

/** A press with a key of its own. */
export const newPress = (body: string): Press => ({ body, key: newKey() });

const lostAtMost = 12;
const busyAtMost = 120;

/** A lost connection, a server in trouble and whatever is no problem document say nothing about a payment. */
const saysNothing = ({ status, code }: Reply): boolean =>
  status === 0 || status >= 500 || status === 429 || code === 'api_error';

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
  while (lost < lostAtMost && busy < busyAtMost && !signal.aborted) {
    const reply = await api.pay(body, key);
    if (reply.code === 'idempotency_in_progress') {
      busy += 1;
      await pause(reply.retryAfter ?? 1000, signal);
    } else if (saysNothing(reply)) {
      onLost();
      await pause(reply.retryAfter ?? pauseTime(lost), signal);
      lost += 1;
    } else return reply;
  }
  return undefined;
};
