import type { Platform } from '../platform/Platform.ts';
import type { Checkout } from './Checkout.ts';
import type { CheckoutOptions } from './CheckoutOptions.ts';
import { createIdleView } from './createIdleView.ts';
import { createPopup, opened } from './createPopup.ts';
import { openOnce } from './openOnce.ts';

/** `popupCheckout` on a given platform. */
export const popupCheckoutOn = (platform: Platform, options: CheckoutOptions): Checkout =>
  openOnce(platform, options, opened, () => createPopup(createIdleView(platform)));
