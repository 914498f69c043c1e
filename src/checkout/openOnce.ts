import { checkOption, noPage } from '../options/checkOption.ts';
import type { Platform } from '../platform/Platform.ts';
import { checkGiven } from './options/checkGiven.ts';
import type { CheckoutOptions } from './options/CheckoutOptions.ts';
import {
  type ResolvedCheckoutOptions,
  resolveCheckoutOptions,
} from './options/resolveCheckoutOptions.ts';
import type { Checkout } from './run/Checkout.ts';
import { createHandle } from './run/createHandle.ts';
import { createRun } from './run/createRun.ts';
import type { Run, Surface } from './run/Run.ts';

/** The one that shows this session already, as far as anybody can tell before the token is there. */
function findOpened(opened: Iterable<Run>, wanted: CheckoutOptions): Checkout | undefined {
  const given = wanted.secureToken ?? wanted.url;
  for (const { access, options, mode, phase, view, handle } of opened) {
    const same =
      given === (options.secureToken ?? options.url) ||
      (access && String(given).split(/[/?#]/).includes(access.token));
    // One whose nodes the page has thrown away, or whose window is gone, shows nothing any more.
    if (same && (mode === 'popup' ? phase !== 'failed' : view.root.isConnected)) return handle;
  }
  return undefined;
}

/** Begins a checkout that is not in the page, unless it is among those `opened`: then it comes to the front. */
export function openOnce(
  platform: Platform,
  options: CheckoutOptions,
  opened: Iterable<Run>,
  createSurface: (resolved: ResolvedCheckoutOptions) => Surface,
): Checkout {
  checkOption(platform.document, __DEV__ ? noPage : '', 'insecure_context');
  if (__DEV__) checkGiven(options);
  const same = findOpened(opened, options);
  if (same) {
    same.focus();
    return same;
  }
  const resolved = resolveCheckoutOptions(platform, options);
  return createHandle(createRun(platform, resolved, createSurface(resolved)));
}
