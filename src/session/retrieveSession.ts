import { checkNames } from '../options/checkNames.ts';
import { accessOf, type HostOption } from '../options/resolveAccess.ts';
import type { Platform } from '../platform/Platform.ts';
import type { CheckoutSession } from './CheckoutSession.ts';
import { createReadError, readSession } from './readSession.ts';

/** Where to read a session, and until when. */
export interface RetrieveSessionOptions extends HostOption {
  /** Gives up with `aborted`. */
  readonly signal?: AbortSignal | undefined;
}

/** `retrieveSession` on a given platform. */
export async function retrieveSessionOn(
  platform: Platform,
  secureToken: string,
  options?: RetrieveSessionOptions,
): Promise<CheckoutSession> {
  if (__DEV__ && options !== undefined) checkNames(options, 'options', ['host', 'signal']);
  // Without a prototype: a page whose own is polluted would ask another host.
  const given = { __proto__: null, ...options } as RetrieveSessionOptions;
  return readSession(
    platform,
    accessOf(secureToken, given.host),
    ...(given.signal ? [given.signal] : []),
  ).catch((error: unknown) => {
    throw given.signal?.aborted ? createReadError('aborted', { cause: error }) : error;
  });
}
