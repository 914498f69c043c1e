import { checkOption, noPage } from '../options/checkOption.ts';
import type { Platform } from '../platform/Platform.ts';
import type { Checkout } from './Checkout.ts';
import type { CheckoutOptions } from './CheckoutOptions.ts';
import { createHandle } from './createHandle.ts';
import { createRun } from './createRun.ts';
import { createView } from './createView.ts';
import { findPlace } from './findPlace.ts';
import { resolveCheckoutOptions } from './resolveCheckoutOptions.ts';
import type { Surface } from './Run.ts';
import { showFrame } from './showFrame.ts';

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
