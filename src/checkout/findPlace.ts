import { PaymentKitError } from '../errors/PaymentKitError.ts';
import { checkOption } from '../options/checkOption.ts';
import type { Platform } from '../platform/Platform.ts';
import { holdsCheckout } from './createView.ts';

/** The element of the page that a checkout is put into. It must be there, and hold no other. */
export function findPlace({ document }: Platform, target: string | Element): Element {
  const found = typeof target === 'string' ? document.querySelector(target) : target;
  if (!found?.isConnected) {
    throw new PaymentKitError(
      'target_not_found',
      __DEV__
        ? `Failed to mount the checkout: ${typeof target === 'string' ? `nothing in the page matches "${target}"` : 'the target is not in the page'}. Call it when the element is there.`
        : '',
    );
  }
  checkOption(
    !holdsCheckout(found),
    __DEV__
      ? 'Failed to mount the checkout: this target already holds one. Call destroy() on it first.'
      : '',
  );
  return found;
}
