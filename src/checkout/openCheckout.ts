import type { Platform } from '../platform/Platform.ts';
import { showFrame } from './frame/showFrame.ts';
import { openOnce } from './openOnce.ts';
import type { OverlayOptions } from './options/OverlayOptions.ts';
import type { Checkout } from './run/Checkout.ts';
import type { Surface } from './run/Run.ts';
import { createDialog, opened } from './view/createDialog.ts';

/** `openCheckout` on a given platform. */
export const openCheckoutOn = (
  platform: Platform,
  options: OverlayOptions,
  steps?: Partial<Surface>,
): Checkout =>
  openOnce(platform, options, opened, (resolved) => ({
    mode: 'overlay',
    view: createDialog(platform, resolved),
    show: showFrame,
    ...steps,
  }));
