import { checkOption, requireBrowser } from '../options/checkOption.ts';
import type { Platform } from '../platform/Platform.ts';
import { checkGiven } from './checkGiven.ts';
import type { Checkout } from './Checkout.ts';
import { createHandle } from './createHandle.ts';
import { createRun } from './createRun.ts';
import { climbDown, leaveInTab } from './climbDown.ts';
import { mountCheckoutOn } from './mountCheckout.ts';
import { openCheckoutOn } from './openCheckout.ts';
import { resolveCheckoutOptions } from './resolveCheckoutOptions.ts';
import type { Surface } from './Run.ts';
import type { StartOptions } from './StartOptions.ts';

/** Shows nothing: the shopper is about to leave. */
function createTabSurface({ document }: Platform): Surface {
  const idle = (): void => undefined;
  const view = { load: idle, place: idle, resize: idle, reveal: idle, fail: idle, remove: idle };
  return {
    mode: 'inline',
    view: {
      ...view,
      root: document.createElement('div'),
      theme: (theme) => (theme === 'dark' ? theme : 'light'),
    },
    show: (run, _, access) => leaveInTab(run, access),
  };
}

/** `startCheckout` on a given platform. */
export function startCheckoutOn(platform: Platform, given: StartOptions): Checkout {
  requireBrowser(platform);
  if (__DEV__) checkGiven(given);
  const { mode = 'auto', target, ...options } = given;
  if (__DEV__) {
    checkOption(
      ['auto', 'inline', 'overlay', 'redirect'].includes(mode),
      'Failed to use "mode": it is none of "auto", "inline", "overlay" and "redirect".',
    );
  }
  const steps = mode === 'auto' ? climbDown(platform) : {};
  if (mode === 'redirect') {
    const resolved = resolveCheckoutOptions(platform, options);
    return createHandle(createRun(platform, resolved, createTabSurface(platform)));
  }
  return mode === 'inline' || (mode === 'auto' && target)
    ? mountCheckoutOn(platform, target as string, options, steps)
    : openCheckoutOn(platform, options, steps);
}
