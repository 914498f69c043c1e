import { checkOption } from '../options/checkOption.ts';
import type { Platform } from '../platform/Platform.ts';
import { checkCompletion } from './checkCompletion.ts';

/** What the merchant's server is told. It settles the order it made this session for, and no other. */
export interface Completion {
  /** The session that is completed: only a key to look up the order by. */
  readonly sessionId: string;
  /** The only state that anybody is told of. */
  readonly state: 'completed';
}

/** Where the completion is posted. */
export interface CompletionEndpoint {
  /** An address of the merchant's own server, absolute or relative to the page. */
  readonly endpoint: string;
  /** Headers of your own, for example against forged requests. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /**
   * How long the post and its retries may take, in milliseconds.
   *
   * @default 10_000
   */
  readonly timeoutMs?: number | undefined;
}

/**
 * An endpoint to post to, or a function that tells the merchant's server in its own way: it is called once, and has ten
 * seconds to resolve.
 */
export type CompletionOption = CompletionEndpoint | ((completion: Completion) => Promise<void>);

/** Tells the merchant's server that a session is completed; whether it answered that all is well. */
export type TellMerchant = (sessionId: string, ...lives: AbortSignal[]) => Promise<boolean>;

/** Tells it once: yes or no. Rejects when nobody was reached, or may answer otherwise when asked again. */
function createTell(
  platform: Platform,
  completion: CompletionOption,
): (sessionId: string, signal: AbortSignal) => Promise<boolean> {
  if (typeof completion === 'function') {
    // Whether to try again is the business of the merchant's own function.
    return (sessionId) =>
      Promise.resolve({ sessionId, state: 'completed' as const })
        .then(completion)
        .then(
          () => true,
          () => false,
        );
  }
  const { endpoint } = completion;
  const { href } = platform.location;
  const url = endpoint && URL.canParse(endpoint, href) && new URL(endpoint, href);
  checkOption(
    /^http/.test(String(url)),
    __DEV__
      ? 'Failed to use "completion": "endpoint" is no http address. Pass an address of your own server, for example "/checkout/complete".'
      : '',
  );
  return async (sessionId, signal) => {
    const headers = new Headers(completion.headers ?? {});
    headers.set('content-type', 'application/json');
    headers.set('idempotency-key', sessionId);
    const { ok, status } = await platform.fetch(url as URL, {
      method: 'POST',
      body: JSON.stringify({ session_id: sessionId, state: 'completed' }),
      headers,
      // A page to log in on, which a server may lead to, has settled nothing and answers 200.
      redirect: 'manual',
      // The post outlives the page: a redirect or a closed tab does not take it back.
      keepalive: true,
      signal,
    });
    if (status > 499) throw new Error();
    return ok;
  };
}

/** The option as a function that never rejects and ends in time. */
export function resolveCompletion(platform: Platform, completion: CompletionOption): TellMerchant {
  const { timeoutMs } = completion as Partial<CompletionEndpoint>;
  if (__DEV__) checkCompletion(completion);
  const tell = createTell(platform, completion);
  return (sessionId, ...lives) =>
    new Promise<boolean>((resolve) => {
      const over = platform.AbortSignal.any([
        platform.AbortSignal.timeout(timeoutMs ?? 10_000),
        ...lives,
      ]);
      const attempt = (wait: number): void => {
        tell(sessionId, over).then(resolve, () =>
          platform.AbortSignal.timeout(wait).addEventListener('abort', () => attempt(wait * 2), {
            signal: over,
          }),
        );
      };
      over.addEventListener('abort', () => resolve(false));
      attempt(500);
    }).catch(() => false);
}
