import { isPaymentKitError, PaymentKitError } from '../errors/PaymentKitError.ts';
import { requireBrowser } from '../options/checkOption.ts';
import { after } from '../platform/after.ts';
import type { Platform } from '../platform/Platform.ts';
import type { CheckoutSession } from './CheckoutSession.ts';
import { createFollower } from './createFollower.ts';
import { retrieveSessionOn, type RetrieveSessionOptions } from './retrieveSession.ts';

export interface WaitForCompletionOptions extends RetrieveSessionOptions {
  /**
   * How long to wait for the end, in milliseconds.
   *
   * @default 60_000
   */
  readonly timeoutMs?: number | undefined;
}

/** The signals that wake a sleeping back-off: the network or the shopper is back. */
function wakeWithPage(platform: Platform, scope: AbortController, wake: () => void): void {
  const { document } = platform;
  const wakeIf = (isSeen: boolean): unknown => isSeen && wake();
  platform.addEventListener('online', wake, scope);
  platform.addEventListener('pageshow', ({ persisted }) => wakeIf(persisted), scope);
  document.addEventListener(
    'visibilitychange',
    () => wakeIf(document.visibilityState !== 'hidden'),
    scope,
  );
}

/** Another tab says that the session is over. It is only a reason to ask, whoever says it. */
function wakeWithTabs(
  platform: Platform,
  id: string,
  scope: AbortController,
  wake: () => void,
): void {
  try {
    const channel = new platform.BroadcastChannel(`paymentkit:${id}`);
    const close = (): void => channel.close();
    channel.onmessage = wake;
    scope.signal.addEventListener('abort', close);
    // An open channel may keep a page that leaves out of the back-forward cache.
    platform.addEventListener('pagehide', close, scope);
  } catch {
    // Without a channel nothing is lost but the moment.
  }
}

/** `waitForCompletion` on a given platform. */
export async function waitForCompletionOn(
  platform: Platform,
  secureToken: string,
  { timeoutMs = 60_000, signal, ...options }: WaitForCompletionOptions = {},
): Promise<CheckoutSession> {
  requireBrowser(platform);
  const done = new AbortController();
  const end = (): void => done.abort();
  const wake = (): void => void follower.wake().catch(() => undefined);
  after(platform, timeoutMs, done.signal, end);
  let last: CheckoutSession | undefined;
  let failure = new PaymentKitError('network');
  const read = async (): Promise<CheckoutSession> => {
    try {
      const first = !last;
      last = await retrieveSessionOn(platform, secureToken, { ...options, signal: done.signal });
      if (last.state === 'completed' || last.state === 'expired') end();
      else if (first) wakeWithTabs(platform, last.id, done, wake);
      return last;
    } catch (error) {
      if (isPaymentKitError(error) && !done.signal.aborted) failure = error;
      if (!failure.recoverable) end();
      throw error;
    }
  };
  signal?.addEventListener('abort', end, done);
  if (signal?.aborted) end();
  const follower = createFollower(platform, read, done.signal);
  follower.follow(true);
  wakeWithPage(platform, done, wake);
  wake();
  await new Promise((resolve) => {
    if (done.signal.aborted) resolve(undefined);
    else done.signal.addEventListener('abort', resolve);
  });
  if (signal?.aborted) throw new PaymentKitError('aborted');
  if (!last) throw failure;
  return last;
}
