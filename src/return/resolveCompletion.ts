import { checkOption } from '../options/checkOption.ts';
import { after } from '../platform/after.ts';
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

/** An answer of the merchant's server. */
type Tell = (sessionId: string, signal: AbortSignal) => Promise<{ ok: boolean; status?: number }>;

/** Posts to an address of http. */
function createPost(platform: Platform, { endpoint, headers }: CompletionEndpoint): Tell {
  const { href } = platform.location;
  const url = endpoint && URL.canParse(endpoint, href) ? new URL(endpoint, href).href : '';
  checkOption(
    url.startsWith('http'),
    __DEV__
      ? 'Failed to use "completion": "endpoint" is no http address. Pass an address of your own server, for example "/api/orders/confirm".'
      : '',
  );
  return (sessionId, signal) => {
    const all = new Headers(headers);
    all.set('content-type', 'application/json');
    all.set('idempotency-key', sessionId);
    return platform.fetch(url, {
      method: 'POST',
      body: JSON.stringify({ session_id: sessionId, state: 'completed' }),
      headers: all,
      credentials: 'same-origin',
      // The post outlives the page: a redirect or a closed tab does not take it back.
      keepalive: true,
      signal,
    });
  };
}

/** Calls the merchant's own function, once: whether to try again is its business. */
const createCall =
  (tell: (completion: Completion) => Promise<void>): Tell =>
  async (sessionId) => {
    try {
      await tell({ sessionId, state: 'completed' });
      return { ok: true };
    } catch {
      return { ok: false };
    }
  };

/** The option as a function that never rejects and ends in time; `undefined` when there is none. */
export function resolveCompletion(
  platform: Platform,
  completion: CompletionOption | undefined,
): TellMerchant | undefined {
  if (!completion) return undefined;
  const { timeoutMs = 10_000 } = completion as Partial<CompletionEndpoint>;
  const send =
    typeof completion === 'function' ? createCall(completion) : createPost(platform, completion);
  return (sessionId, life) =>
    new Promise((resolve) => {
      const over = new AbortController();
      const end = (told: boolean): void => {
        over.abort();
        resolve(told);
      };
      const tell = async (wait: number): Promise<void> => {
        const { ok, status = 0 } = await send(sessionId, over.signal).catch(() => lost);
        // 2xx is yes, anything else below 500 is no, the rest is tried again.
        if (status < 500) end(ok);
        else after(platform, wait, over.signal, () => void tell(wait * 2));
      };
      life?.addEventListener('abort', () => over.abort(), over);
      after(platform, timeoutMs, over.signal, () => end(false));
      void tell(500);
    });
}

const lost = { ok: false, status: 599 };
