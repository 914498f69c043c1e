import { checkOption, noPage } from '../options/checkOption.ts';
import { createScope } from '../platform/createScope.ts';
import type { Platform } from '../platform/Platform.ts';
import { checkGiven, optionNames } from './checkGiven.ts';
import type { Checkout } from './Checkout.ts';
import { createHandle } from './createHandle.ts';
import { createRun } from './createRun.ts';
import { createView } from './createView.ts';
import { findPlace } from './findPlace.ts';
import { type CheckoutDialog, createDialog } from './openCheckout.ts';
import type { OverlayOptions } from './OverlayOptions.ts';
import { preconnect } from './preconnect.ts';
import { prepareFrame } from './prepareFrame.ts';
import { resolveCheckoutOptions } from './resolveCheckoutOptions.ts';

/** What a checkout takes that is built before it is shown. */
export interface PrepareOptions extends OverlayOptions {
  /**
   * An element of the page, or a selector that finds it: where the checkout will be shown.
   *
   * @default over the page, in a dialog
   */
  readonly target?: string | Element | undefined;
}

/** A checkout that is built and not shown. */
export interface PreparedCheckout {
  /** Shows it, and gives its handle. Called again it gives the same. */
  start(): Checkout;
  /** Gives everything back, and destroys the checkout if it has started. */
  destroy(): void;
}

/** The place in the page, which takes no room until the checkout begins. */
function createHiddenPlace(
  platform: Platform,
  target: Element,
  resolved: ReturnType<typeof resolveCheckoutOptions>,
): CheckoutDialog {
  const view = createView(platform, target, resolved);
  const { root } = view;
  root.style.display = 'none';
  root.inert = true;
  return {
    view,
    begin: (options, steps) => {
      root.inert = false;
      return createHandle(createRun(platform, options, { mode: 'inline', view, ...steps }));
    },
  };
}

/** `prepareCheckout` on a given platform. */
export function prepareCheckoutOn(platform: Platform, given: PrepareOptions): PreparedCheckout {
  checkOption(platform.document, __DEV__ ? noPage : '', 'insecure_context');
  if (__DEV__) checkGiven(given, [...optionNames(), 'target']);
  const { target, ...options } = given;
  const found = target === undefined ? undefined : findPlace(platform, target);
  const life = createScope(options.signal);
  const { signal } = life;
  const resolved = resolveCheckoutOptions(platform, { ...options, signal });
  const place = found
    ? createHiddenPlace(platform, found, resolved)
    : createDialog(platform, options, resolved);
  const { view } = place;
  signal.addEventListener('abort', () => view.remove());
  const mode = found ? 'inline' : 'overlay';
  preconnect(platform, resolved, view);
  const prepared = prepareFrame(platform, resolved, { mode, view });
  let checkout: Checkout | undefined;
  return {
    start: () => (checkout ??= place.begin(prepared.options, { show: prepared.show })),
    destroy: () => {
      checkout?.destroy();
      life.abort();
    },
  };
}
