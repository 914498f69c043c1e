import { checkOption, noPage } from '../options/checkOption.ts';
import type { Platform } from '../platform/Platform.ts';
import { showFrame } from './frame/showFrame.ts';
import type { CheckoutOptions } from './options/CheckoutOptions.ts';
import { resolveCheckoutOptions } from './options/resolveCheckoutOptions.ts';
import type { Checkout } from './run/Checkout.ts';
import { createHandle } from './run/createHandle.ts';
import { createRun } from './run/createRun.ts';
import type { Surface } from './run/Run.ts';
import { createView } from './view/createView.ts';
import { findPlace } from './view/findPlace.ts';

/** `mountCheckout` on a given platform. */
export function mountCheckoutOn(
  platform: Platform,
  target: string | Element,
  options: CheckoutOptions,
  steps?: Partial<Surface>,
): Checkout {
  checkOption(platform.document, __DEV__ ? noPage : '', 'insecure_context');
  const place = findPlace(platform, target);
  const resolved = resolveCheckoutOptions(platform, options);
  const view = createView(platform, place, resolved);
  const surface: Surface = { mode: 'inline', view, show: showFrame, ...steps };
  return createHandle(createRun(platform, resolved, surface));
}
