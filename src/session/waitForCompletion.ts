import type { PaymentKitError } from '../errors/PaymentKitError.ts';
import { checkDuration } from '../options/checkDuration.ts';
import { checkNames } from '../options/checkNames.ts';
import { checkOption, noPage } from '../options/checkOption.ts';
import { checkSignal } from '../options/checkSignal.ts';
import { after } from '../platform/after.ts';
import { createScope } from '../platform/createScope.ts';
import type { Platform } from '../platform/Platform.ts';
import type { CheckoutSession } from './CheckoutSession.ts';
import { createFollower } from './createFollower.ts';
import { hearTabs } from './hearTabs.ts';
import { createReadError } from './readSession.ts';
import { retrieveSessionOn, type RetrieveSessionOptions } from './retrieveSession.ts';
import { wakeWithPage } from './wakeWithPage.ts';

/** Where to read a session, and how long. */
export interface WaitForCompletionOptions extends RetrieveSessionOptions {
  /**
   * How long to wait for the end, in milliseconds.
   *
   * @default 60_000
   */
  readonly timeoutMs?: number | undefined;
}

/** Refuses, in builds for development, options that could not take place. */
function checkGiven(given: WaitForCompletionOptions): void {
  checkNames(given, 'options', ['timeoutMs', 'host', 'signal']);
  if (given.timeoutMs !== undefined) checkDuration('timeoutMs', given.timeoutMs);
  if (given.signal) checkSignal(given.signal);
}

/** `waitForCompletion` on a given platform. */
export async function waitForCompletionOn(
  platform: Platform,
  secureToken: string,
  given: WaitForCompletionOptions = {},
): Promise<CheckoutSession> {
  checkOption(platform.document, __DEV__ ? noPage : '', 'insecure_context');
  if (__DEV__) checkGiven(given);
  const { timeoutMs = 60_000, signal, ...options } = given;
  const done = createScope(signal);
  const end = (): void => done.abort();
  const wake = (): void => void follower.wake().catch(() => undefined);
  after(platform, timeoutMs, done.signal, end);
  let last: CheckoutSession | undefined;
  let failure = createReadError('network');
  const read = async (): Promise<CheckoutSession> => {
    try {
      const first = !last;
      last = await retrieveSessionOn(platform, secureToken, { ...options, signal: done.signal });
      if (last.state === 'completed' || last.state === 'expired') end();
      else if (first) hearTabs(platform, last.id, done.signal, wake);
      return last;
    } catch (error) {
      if (!done.signal.aborted) failure = error as PaymentKitError;
      if (!failure.recoverable) end();
      throw error;
    }
  };
  const follower = createFollower(platform, read, done.signal);
  follower.follow(true);
  wakeWithPage(platform, done, wake);
  wake();
  await new Promise((resolve) => {
    if (done.signal.aborted) resolve(undefined);
    else done.signal.addEventListener('abort', resolve);
  });
  if (signal?.aborted) throw createReadError('aborted');
  if (!last) throw failure;
  return last;
}
