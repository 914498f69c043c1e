import { checkOption } from '../options/checkOption.ts';
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
export type TellMerchant = (sessionId: string, signal: AbortSignal) => Promise<boolean>;

const pause = (platform: Platform, milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = platform.setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      platform.clearTimeout(timer);
      resolve();
    });
  });

/** Posts until an answer settles it: 2xx is yes, anything below 500 is no, the rest is tried again. */
async function post(
  platform: Platform,
  url: URL,
  custom: CompletionEndpoint['headers'],
  sessionId: string,
  signal: AbortSignal,
): Promise<boolean> {
  const headers = new Headers(custom);
  headers.set('content-type', 'application/json');
  headers.set('idempotency-key', sessionId);
  for (let wait = 500; !signal.aborted; wait *= 2) {
    const response = await platform
      .fetch(url.href, {
        method: 'POST',
        body: JSON.stringify({ session_id: sessionId, state: 'completed' }),
        headers,
        credentials: 'same-origin',
        // The post outlives the page: a redirect or a closed tab does not take it back.
        keepalive: true,
        signal,
      })
      .catch(() => undefined);
    if (response && response.status < 500) return response.ok;
    await pause(platform, wait, signal);
  }
  return false;
}

/** The option as a function that never rejects and ends in time; `undefined` when there is none. */
export function resolveCompletion(
  platform: Platform,
  completion: CompletionOption | undefined,
): TellMerchant | undefined {
  if (completion === undefined) return undefined;
  const tell = typeof completion === 'function' && completion;
  const {
    endpoint,
    headers,
    timeoutMs = 10_000,
  }: Partial<CompletionEndpoint> = tell ? {} : completion;
  const base = platform.location.href;
  const url = new URL(endpoint && URL.canParse(endpoint, base) ? endpoint : 'none:', base);
  checkOption(
    tell || /^https?:$/.test(url.protocol),
    __DEV__
      ? 'Failed to use "completion": "endpoint" is no http address. Pass an address of your own server, for example "/api/orders/confirm".'
      : '',
  );
  return async (sessionId, signal) => {
    const limit = new AbortController();
    const end = (): void => limit.abort();
    signal.addEventListener('abort', end, limit);
    const work = async (): Promise<boolean> => {
      if (!tell) return post(platform, url, headers, sessionId, limit.signal);
      await tell({ sessionId, state: 'completed' });
      return true;
    };
    const late = pause(platform, timeoutMs, limit.signal).then(() => false);
    return Promise.race([work(), late])
      .catch(() => false)
      .finally(end);
  };
}
