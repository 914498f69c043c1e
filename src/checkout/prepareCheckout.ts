import type { PaymentKitErrorCode } from '../errors/PaymentKitErrorCode.ts';
import { checkOption, noPage } from '../options/checkOption.ts';
import { createScope } from '../platform/createScope.ts';
import type { Platform } from '../platform/Platform.ts';
import { preconnect } from './frame/preconnect.ts';
import { prepareFrame } from './frame/prepareFrame.ts';
import { checkGiven, optionNames } from './options/checkGiven.ts';
import type { OverlayOptions } from './options/OverlayOptions.ts';
import {
  type ResolvedCheckoutOptions,
  resolveCheckoutOptions,
} from './options/resolveCheckoutOptions.ts';
import type { Checkout } from './run/Checkout.ts';
import { createHandle } from './run/createHandle.ts';
import { createRun } from './run/createRun.ts';
import type { View } from './run/View.ts';
import { createDialog } from './view/createDialog.ts';
import { createView } from './view/createView.ts';
import { findPlace } from './view/findPlace.ts';

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
  /** Gives everything back, and destroys the checkout if it has started. One that starts later is over: `destroyed`. */
  destroy(): void;
}

/** The place in the page, which takes no room until the checkout begins. */
function createHiddenView(
  platform: Platform,
  target: Element,
  options: ResolvedCheckoutOptions,
): View {
  const view = createView(platform, target, options);
  view.root.style.display = 'none';
  view.root.inert = true;
  return view;
}

/** `prepareCheckout` on a given platform. */
export function prepareCheckoutOn(platform: Platform, given: PrepareOptions): PreparedCheckout {
  checkOption(platform.document, __DEV__ ? noPage : '', 'insecure_context');
  if (__DEV__) checkGiven(given, [...optionNames(), 'target']);
  const { target, ...options } = given;
  const found = target === undefined ? undefined : findPlace(platform, target);
  const life = createScope(options.signal);
  const resolved = resolveCheckoutOptions(platform, { ...options, signal: life.signal });
  const view = found
    ? createHiddenView(platform, found, resolved)
    : createDialog(platform, resolved);
  life.signal.addEventListener('abort', () => view.remove());
  // A signal that is over tells nobody.
  if (life.signal.aborted) view.remove();
  preconnect(platform, resolved, view);
  const prepared = prepareFrame(platform, resolved, { mode: found ? 'inline' : 'overlay', view });
  let checkout: Checkout | undefined;
  let over: PaymentKitErrorCode | undefined;
  return {
    start: () => {
      view.root.inert = false;
      return (checkout ??= createHandle(createRun(platform, prepared.options, prepared, over)));
    },
    destroy: () => {
      checkout?.destroy();
      over = 'destroyed';
      life.abort();
    },
  };
}
