import { accessOf, type HostOption } from '../options/resolveAccess.ts';
import type { Platform } from '../platform/Platform.ts';
import type { CheckoutSession } from './CheckoutSession.ts';
import { readSession } from './readSession.ts';

export interface RetrieveSessionOptions extends HostOption {
  /** Gives up with `aborted`. */
  readonly signal?: AbortSignal | undefined;
}

/** `retrieveSession` on a given platform. */
export async function retrieveSessionOn(
  platform: Platform,
  secureToken: string,
  { host, signal }: RetrieveSessionOptions = {},
): Promise<CheckoutSession> {
  return readSession(platform, accessOf(secureToken, host), signal);
}
