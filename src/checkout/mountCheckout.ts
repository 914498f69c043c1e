import { PaymentKitError } from '../errors/PaymentKitError.ts';
import { checkOption, requireBrowser } from '../options/checkOption.ts';
import type { Platform } from '../platform/Platform.ts';
import type { Checkout } from './Checkout.ts';
import type { CheckoutOptions } from './CheckoutOptions.ts';
import { createHandle } from './createHandle.ts';
import { createRun } from './createRun.ts';
import { createView, holdsCheckout } from './createView.ts';
import { resolveCheckoutOptions } from './resolveCheckoutOptions.ts';
import { showFrame } from './showFrame.ts';

function findTarget({ document }: Platform, target: string | Element): Element {
  const found = typeof target === 'string' ? document.querySelector(target) : target;
  if (!found?.isConnected) {
    throw new PaymentKitError(
      'target_not_found',
      __DEV__
        ? `Failed to mount the checkout: ${typeof target === 'string' ? `nothing in the page matches "${target}"` : 'the target is not in the page'}. Call it when the element is there.`
        : '',
    );
  }
  return found;
}

/** `mountCheckout` on a given platform. */
export function mountCheckoutOn(
  platform: Platform,
  target: string | Element,
  options: CheckoutOptions,
): Checkout {
  requireBrowser(platform);
  const place = findTarget(platform, target);
  checkOption(
    !holdsCheckout(place),
    __DEV__
      ? 'Failed to mount the checkout: this target already holds one. Call destroy() on it first.'
      : '',
  );
  const resolved = resolveCheckoutOptions(platform, options);
  const view = createView(platform, place, resolved);
  return createHandle(createRun(platform, resolved, { mode: 'inline', view, show: showFrame }));
}
