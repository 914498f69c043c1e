import { requireBrowser } from '../options/checkOption.ts';
import { createScope } from '../platform/createScope.ts';
import type { Platform } from '../platform/Platform.ts';
import { checkGiven } from './checkGiven.ts';
import type { Checkout } from './Checkout.ts';
import type { CheckoutOptions } from './CheckoutOptions.ts';
import { createHandle } from './createHandle.ts';
import { createRun } from './createRun.ts';
import { createView } from './createView.ts';
import { findPlace } from './findPlace.ts';
import { prepareFrame } from './prepareFrame.ts';
import { resolveCheckoutOptions } from './resolveCheckoutOptions.ts';

/** What a checkout takes that is built before it is shown. */
export interface PrepareOptions extends CheckoutOptions {
  /** An element of the page, or a selector that finds it: where the checkout will be shown. */
  readonly target: string | Element;
}

/** A checkout that is built and not shown. */
export interface PreparedCheckout {
  /** Shows it, and gives its handle. Called again it gives the same. */
  start(): Checkout;
  /** Gives everything back, and destroys the checkout if it has started. */
  destroy(): void;
}

/** `prepareCheckout` on a given platform. */
export function prepareCheckoutOn(platform: Platform, given: PrepareOptions): PreparedCheckout {
  requireBrowser(platform);
  if (__DEV__) checkGiven(given);
  const { target, ...options } = given;
  const place = findPlace(platform, target);
  const life = createScope(options.signal);
  const { signal } = life;
  const resolved = resolveCheckoutOptions(platform, { ...options, signal });
  const view = createView(platform, place, resolved);
  const { root } = view;
  root.style.display = 'none';
  root.inert = true;
  signal.addEventListener('abort', () => root.remove());
  const prepared = prepareFrame(platform, resolved, { mode: 'inline', view });
  let checkout: Checkout | undefined;
  const begin = (): Checkout => {
    root.inert = false;
    const surface = { mode: 'inline', view, show: prepared.show } as const;
    return createHandle(createRun(platform, prepared.options, surface));
  };
  return {
    start: () => (checkout ??= begin()),
    destroy: () => {
      checkout?.destroy();
      life.abort();
    },
  };
}
