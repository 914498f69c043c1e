import { isPaymentKitError, PaymentKitError } from '../errors/PaymentKitError.ts';
import type { Access } from './resolveAccess.ts';

/** Gets the token; `token_unavailable` when the merchant's function fails. */
export async function openAccess(access: () => Access | Promise<Access>): Promise<Access> {
  try {
    return await access();
  } catch (cause) {
    if (isPaymentKitError(cause)) throw cause;
    throw new PaymentKitError(
      'token_unavailable',
      __DEV__
        ? 'Failed to get the secure token: the function passed for it failed. Look at "cause".'
        : '',
      { cause },
    );
  }
}
