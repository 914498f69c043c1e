import type { Platform } from '../platform/Platform.ts';
import { openOnce } from './openOnce.ts';
import type { CheckoutOptions } from './options/CheckoutOptions.ts';
import type { Checkout } from './run/Checkout.ts';
import { createIdleView } from './view/createIdleView.ts';
import { createPopup, opened } from './window/createPopup.ts';

/** `popupCheckout` on a given platform. */
export const popupCheckoutOn = (platform: Platform, options: CheckoutOptions): Checkout =>
  openOnce(platform, options, opened, () => createPopup(createIdleView(platform)));
