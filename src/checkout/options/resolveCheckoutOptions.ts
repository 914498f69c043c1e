import { checkOption } from '../../options/checkOption.ts';
import { isPositive } from '../../options/isPositive.ts';
import {
  type Access,
  type AccessOptions,
  type FindAccess,
  resolveAccess,
} from '../../options/resolveAccess.ts';
import type { Platform } from '../../platform/Platform.ts';
import { resolveCompletion, type TellMerchant } from '../../return/resolveCompletion.ts';
import { checkChanges } from './checkChanges.ts';
import { checkGiven } from './checkGiven.ts';
import { checkHost } from './checkHost.ts';
import type { CheckoutOptions } from './CheckoutOptions.ts';
import { type CheckoutTexts, frameTexts } from './CheckoutTexts.ts';
import type { OverlayOptions } from './OverlayOptions.ts';

/** The options once, checked and with every default: nothing behind this repeats one. */
export interface ResolvedCheckoutOptions extends Omit<OverlayOptions, 'completion'> {
  readonly access: FindAccess;
  readonly texts: typeof frameTexts & Partial<CheckoutTexts>;
  readonly redirect: 'auto' | 'never';
  readonly tellMerchant: TellMerchant | undefined;
  readonly timeoutMs: number;
  readonly initialHeight: number;
  readonly loading: 'skeleton' | Node | false;
}

/** Refuses what only a programmer can get wrong, in builds for development. */
function checkForms({
  timeoutMs,
  initialHeight,
  redirect,
  loading,
}: ResolvedCheckoutOptions): void {
  checkOption(
    isPositive(timeoutMs) && isPositive(initialHeight),
    'Failed to use "timeoutMs" or "initialHeight": it is no number above zero. Pass milliseconds, and CSS pixels.',
  );
  checkOption(
    ['auto', 'never'].includes(redirect) &&
      (loading === 'skeleton' || typeof loading === 'object' || !loading),
    'Failed to use "redirect" or "loading": "redirect" is "auto" or "never"; "loading" is "skeleton", a node or false.',
  );
}

/** Checks everything at the door. What is wrong throws `invalid_option`. */
export function resolveCheckoutOptions(
  platform: Platform,
  options: CheckoutOptions,
): ResolvedCheckoutOptions {
  if (__DEV__) {
    checkGiven(options);
    checkOption(
      typeof platform.document.createElement === 'function',
      'Failed to start: an element of this page is named "createElement", and hides the function of the document. Give it another name.',
    );
  }
  // Without a prototype: a page whose own is polluted would send its shoppers to another host.
  const own: Record<string, unknown> & AccessOptions & Pick<CheckoutOptions, 'completion'> = {
    __proto__: null,
    redirect: 'auto',
    loading: 'skeleton',
    timeoutMs: 15_000,
    initialHeight: 560,
  };
  for (const [name, value] of Object.entries(options)) own[name] = value ?? own[name];
  const { origin } = platform.location;
  const resolved = Object.assign(own, {
    access: resolveAccess(own, origin),
    texts: { ...frameTexts, ...options.texts },
    tellMerchant: own.completion && resolveCompletion(platform, own.completion),
  }) as unknown as ResolvedCheckoutOptions;
  if (__DEV__) {
    const given = options.secureToken ?? options.url;
    if (typeof given === 'string')
      checkHost(options.host, resolved.access(() => undefined) as Access, origin);
    checkChanges(platform, options);
    checkForms(resolved);
  }
  return resolved;
}
