import { checkOption } from '../options/checkOption.ts';
import { type Access, resolveAccess } from '../options/resolveAccess.ts';
import { resolveLocale } from '../options/resolveLocale.ts';
import type { Platform } from '../platform/Platform.ts';
import type { HostedChanges } from '../protocol/MerchantMessage.ts';
import { parseAppearance, parsePrefill } from '../protocol/parseAppearance.ts';
import { resolveCompletion, type TellMerchant } from '../return/resolveCompletion.ts';
import { checkHost } from './checkHost.ts';
import { checkGiven } from './checkGiven.ts';
import type { CheckoutChanges, CheckoutOptions } from './CheckoutOptions.ts';
import { type CheckoutTexts, frameTexts } from './CheckoutTexts.ts';

/** The options once, checked and with every default: nothing behind this repeats one. */
export interface ResolvedCheckoutOptions extends Omit<CheckoutOptions, 'completion'> {
  readonly access: () => Access | Promise<Access>;
  readonly texts: typeof frameTexts & Partial<CheckoutTexts>;
  readonly redirect: 'auto' | 'never';
  readonly tellMerchant: TellMerchant | undefined;
  readonly timeoutMs: number;
  readonly initialHeight: number;
  readonly loading: 'skeleton' | Node | false;
}

/**
 * Refuses, in builds for development, what the hosted page would drop: the wire's own parsers decide. In
 * production a wrong colour is no reason to take no money; the hosted page looks at every value anyway.
 */
function checkParsed(option: string, value: object | undefined, parsed: object = {}): void {
  const given = Object.values(value ?? {}).filter((part) => part !== undefined);
  checkOption(
    given.length === Object.keys(parsed).length,
    `Failed to use "${option}": a key is unknown, or a value is none that the page takes. Pass short texts without "url(", and look the keys up in the reference.`,
  );
}

/** The changes as they travel; only what was given. */
export function resolveChanges(
  platform: Platform,
  { locale, appearance, prefill }: CheckoutChanges,
): HostedChanges {
  if (__DEV__) {
    checkParsed('appearance', appearance, parseAppearance(appearance));
    checkParsed('prefill', prefill, parsePrefill(prefill));
  }
  return {
    ...(locale && { locale: resolveLocale(platform, locale) }),
    ...(appearance && { appearance }),
    // A copy: a framework's proxy cannot be cloned into a message.
    ...(prefill && { prefill: { ...prefill } }),
  };
}

const isLength = (value: unknown): boolean =>
  typeof value === 'number' && value > 0 && value < Infinity;

/** Refuses what only a programmer can get wrong, in builds for development. */
function checkForms({
  timeoutMs,
  initialHeight,
  redirect,
  loading,
}: ResolvedCheckoutOptions): void {
  checkOption(
    isLength(timeoutMs) && isLength(initialHeight),
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
  if (__DEV__) checkGiven(options);
  const { origin } = platform.location;
  const {
    redirect = 'auto',
    loading = 'skeleton',
    timeoutMs = 15_000,
    initialHeight = 560,
    completion,
    ...rest
  } = options;
  // A page whose Object.prototype is polluted would send its shoppers to another host.
  const own: object = { __proto__: null, ...options };
  const resolved = {
    ...rest,
    redirect,
    loading,
    timeoutMs,
    initialHeight,
    access: resolveAccess(own, origin),
    texts: { ...frameTexts, ...options.texts },
    tellMerchant: completion && resolveCompletion(platform, completion),
  };
  if (__DEV__) {
    const given = options.secureToken ?? options.url;
    if (typeof given === 'string') checkHost(options.host, resolved.access() as Access, origin);
    resolveChanges(platform, options);
    checkForms(resolved);
  }
  return resolved;
}
