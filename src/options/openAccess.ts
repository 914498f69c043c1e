import { isPaymentKitError, PaymentKitError } from '../errors/PaymentKitError.ts';
import type { Platform } from '../platform/Platform.ts';
import type { Access } from './resolveAccess.ts';

/** Gets the token within the time given; `token_unavailable` when the merchant's function fails. */
export async function openAccess(
  platform: Platform,
  access: () => Access | Promise<Access>,
  timeoutMs = 15_000,
): Promise<Access> {
  let timer = 0;
  const late = new Promise<never>((_, reject) => {
    timer = platform.setTimeout(() => reject(new Error('No answer in time')), timeoutMs);
  });
  try {
    return await Promise.race([access(), late]);
  } catch (cause) {
    if (isPaymentKitError(cause)) throw cause;
    throw new PaymentKitError(
      'token_unavailable',
      __DEV__
        ? 'Failed to get the secure token: the function passed for it failed or gave no answer in time. Look at "cause".'
        : '',
      { cause },
    );
  } finally {
    platform.clearTimeout(timer);
  }
}
