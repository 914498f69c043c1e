import { checkOption } from '../options/checkOption.ts';
import { after } from '../platform/after.ts';
import { createScope } from '../platform/createScope.ts';
import type { Platform } from '../platform/Platform.ts';

/** What the merchant's server is told. It settles the order it made this session for, and no other. */
export interface Completion {
  readonly sessionId: string;
  readonly state: 'completed';
}

/** Where the completion is posted. */
export interface CompletionEndpoint {
  /** An address of the merchant's own server, absolute or relative to the page. */
  readonly endpoint: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /**
   * How long the post and its retries may take, in milliseconds.
   *
   * @default 10_000
   */
  readonly timeoutMs?: number | undefined;
}

/** An endpoint to post to, or a function that tells the merchant's server in its own way. */
export type CompletionOption = CompletionEndpoint | ((completion: Completion) => Promise<void>);

/** Tells the merchant's server that a session is completed; whether it answered that all is well. */
export type TellMerchant = (sessionId: string, life?: AbortSignal) => Promise<boolean>;

/** The address of http to post to. */
function readEndpoint({ location: { href } }: Platform, endpoint: string): string {
  const url = endpoint && URL.canParse(endpoint, href) ? new URL(endpoint, href).href : '';
  checkOption(
    url.startsWith('http'),
    __DEV__
      ? 'Failed to use "completion": "endpoint" is no http address. Pass an address of your own server, for example "/api/orders/confirm".'
      : '',
  );
  return url;
}

/** Tells it once: yes, no, or `undefined` when to ask again. Rejects when nobody was reached. */
function createTell(
  platform: Platform,
  completion: CompletionOption,
): (sessionId: string, signal: AbortSignal) => Promise<boolean | undefined> {
  if (typeof completion === 'function') {
    return async (sessionId) => {
      try {
        await completion({ sessionId, state: 'completed' });
        return true;
      } catch {
        // Whether to try again is the business of the merchant's own function.
        return false;
      }
    };
  }
  const url = readEndpoint(platform, completion.endpoint);
  return async (sessionId, signal) => {
    const headers = new Headers(completion.headers);
    headers.set('content-type', 'application/json');
    headers.set('idempotency-key', sessionId);
    const { ok, status } = await platform.fetch(url, {
      method: 'POST',
      body: JSON.stringify({ session_id: sessionId, state: 'completed' }),
      headers,
      credentials: 'same-origin',
      // The post outlives the page: a redirect or a closed tab does not take it back.
      keepalive: true,
      signal,
    });
    // 2xx is yes, anything else below 500 is no.
    return status < 500 ? ok : undefined;
  };
}

/** The option as a function that never rejects and ends in time; `undefined` when there is none. */
export function resolveCompletion(
  platform: Platform,
  completion: CompletionOption | undefined,
): TellMerchant | undefined {
  if (!completion) return undefined;
  const { timeoutMs = 10_000 } = completion as Partial<CompletionEndpoint>;
  const tell = createTell(platform, completion);
  return (sessionId, life) =>
    new Promise((resolve) => {
      const over = createScope(life);
      const { signal } = over;
      const end = (told: boolean): void => {
        over.abort();
        resolve(told);
      };
      const attempt = async (wait: number): Promise<void> => {
        const told = await tell(sessionId, signal).catch(() => undefined);
        if (told === undefined) after(platform, wait, signal, () => void attempt(wait * 2));
        else end(told);
      };
      after(platform, timeoutMs, signal, () => end(false));
      void attempt(500);
    });
}
