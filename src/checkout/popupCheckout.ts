import { checkOption, noPage } from '../options/checkOption.ts';
import type { Platform } from '../platform/Platform.ts';
import { checkGiven } from './checkGiven.ts';
import type { Checkout } from './Checkout.ts';
import type { CheckoutOptions } from './CheckoutOptions.ts';
import { createHandle } from './createHandle.ts';
import { createIdleView } from './createIdleView.ts';
import { createPopup } from './createPopup.ts';
import { createRun } from './createRun.ts';
import { findOpened, type Opened } from './findOpened.ts';
import { resolveCheckoutOptions } from './resolveCheckoutOptions.ts';

const opened = new Set<Opened>();

/** `popupCheckout` on a given platform. */
export function popupCheckoutOn(platform: Platform, options: CheckoutOptions): Checkout {
  checkOption(platform.document, __DEV__ ? noPage : '', 'insecure_context');
  if (__DEV__) checkGiven(options);
  const given = options.secureToken ?? options.url;
  const same = findOpened(opened, given);
  if (same) {
    same.focus();
    return same;
  }
  const resolved = resolveCheckoutOptions(platform, options);
  let own: Opened | undefined;
  const forget = (): void => {
    if (own) opened.delete(own);
  };
  const idle = createIdleView(platform);
  const popup = createPopup(platform, resolved, { ...idle, fail: forget, remove: forget });
  popup.open();
  const run = createRun(platform, { ...resolved, access: popup.access }, popup.surface);
  popup.watch(run);
  const checkout = createHandle(run);
  if (run.phase !== 'destroyed') opened.add((own = { run, given, checkout }));
  return checkout;
}
