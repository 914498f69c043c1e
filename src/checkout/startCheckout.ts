import { checkOption, noPage } from '../options/checkOption.ts';
import type { Platform } from '../platform/Platform.ts';
import { climbDown, leaveInTab } from './climbDown.ts';
import { mountCheckoutOn } from './mountCheckout.ts';
import { openCheckoutOn } from './openCheckout.ts';
import { checkGiven, optionNames } from './options/checkGiven.ts';
import { resolveCheckoutOptions } from './options/resolveCheckoutOptions.ts';
import type { StartOptions } from './options/StartOptions.ts';
import { popupCheckoutOn } from './popupCheckout.ts';
import type { Checkout } from './run/Checkout.ts';
import { createHandle } from './run/createHandle.ts';
import { createRun } from './run/createRun.ts';
import type { Surface } from './run/Run.ts';
import { createIdleView } from './view/createIdleView.ts';

/** Shows nothing: the shopper is about to leave. */
const createTabSurface = (platform: Platform): Surface => ({
  mode: 'redirect',
  view: createIdleView(platform),
  show: (run, _, access) => leaveInTab(run, access),
});

/** `startCheckout` on a given platform. */
export function startCheckoutOn(platform: Platform, given: StartOptions): Checkout {
  checkOption(platform.document, __DEV__ ? noPage : '', 'insecure_context');
  if (__DEV__) checkGiven(given, [...optionNames(), 'mode', 'target']);
  const { mode = 'auto', target, ...options } = given;
  if (__DEV__) {
    checkOption(
      ['auto', 'inline', 'overlay', 'popup', 'redirect'].includes(mode),
      'Failed to use "mode": it is none of "auto", "inline", "overlay", "popup" and "redirect".',
    );
  }
  if (mode === 'popup') return popupCheckoutOn(platform, options);
  const steps = mode === 'auto' ? climbDown(platform) : {};
  if (mode === 'redirect') {
    return createHandle(
      createRun(platform, resolveCheckoutOptions(platform, options), createTabSurface(platform)),
    );
  }
  return mode === 'inline' || (mode === 'auto' && target)
    ? mountCheckoutOn(platform, target as string, options, steps)
    : openCheckoutOn(platform, options, steps);
}
