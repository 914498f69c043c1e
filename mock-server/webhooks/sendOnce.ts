import { noAnswerReason } from '../domain/webhooks/noAnswerReason.ts';

/** Sends a request and returns the answer, following no redirect. Throws when there was no answer. */
export type SendWebhook = (request: Request) => Promise<{ readonly status: number }>;

/** What came of one attempt. */
export interface Sent {
  /** On the account's clock. */
  readonly at: number;
  readonly ok: boolean;
  readonly status: number | null;
  readonly error: string | null;
  /** Whether another attempt may do better. */
  readonly retry: boolean;
  readonly duration: number;
}

/** A receiver that must not be spoken to. Trying again would not change that. */
export class RefusedReceiver extends Error {
  override readonly name = 'RefusedReceiver';
}

type Outcome = Omit<Sent, 'at' | 'duration'>;

/** 2xx is success. 5xx may get better; a 4xx is meant, and a redirect has to be put right first. */
function judge(status: number): Outcome {
  if (status >= 200 && status < 300) return { ok: true, status, error: null, retry: false };
  const redirect = status >= 300 && status < 400;
  return {
    ok: false,
    status: status === 0 ? null : status,
    error: redirect || status === 0 ? 'It answered with a redirect, which is not followed.' : null,
    retry: status >= 500,
  };
}

/** One attempt within its time. */
export async function sendOnce(
  send: SendWebhook,
  makeRequest: (signal: AbortSignal) => Request,
  { timeout, stop }: { readonly timeout: number; readonly stop: AbortSignal },
): Promise<Omit<Sent, 'at'>> {
  const started = performance.now();
  const time = AbortSignal.timeout(timeout);
  let outcome: Outcome;
  try {
    outcome = judge((await send(makeRequest(AbortSignal.any([time, stop])))).status);
  } catch (error) {
    const late = `No answer within ${String(timeout / 1000)} s.`;
    const text = time.aborted ? late : `No answer: ${noAnswerReason(error)}.`;
    const refused = error instanceof RefusedReceiver;
    outcome = {
      ok: false,
      status: null,
      error: refused ? error.message : text,
      retry: !refused,
    };
  }
  return { ...outcome, duration: Math.round(performance.now() - started) };
}
