import { accessOf, type HostOption, hostedPageUrl } from '../options/resolveAccess.ts';

/**
 * The complete hosted page's address for a session, to share or to put into a link. Whoever has it can
 * see and pay the session.
 *
 * @throws {@link PaymentKitError} `invalid_option` when the token or the host is none.
 *
 * @example
 * ```ts
 * import { checkoutUrl } from 'paymentkit-js';
 *
 * const link = document.createElement('a');
 * link.href = checkoutUrl('cst_example');
 * link.textContent = 'Pay now';
 * ```
 *
 * @group Starting a checkout
 */
export const checkoutUrl = (secureToken: string, options?: HostOption): string =>
  // Without a prototype: a page whose own is polluted would name another host.
  hostedPageUrl(accessOf(secureToken, ({ __proto__: null, ...options } as HostOption).host));
