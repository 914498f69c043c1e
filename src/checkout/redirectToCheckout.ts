import { checkNames } from '../options/checkNames.ts';
import { checkOption, noPage } from '../options/checkOption.ts';
import { type AccessOptions, hostedPageUrl, resolveAccess } from '../options/resolveAccess.ts';
import { resolveLocale } from '../options/resolveLocale.ts';
import type { Platform } from '../platform/Platform.ts';
import { writeRecord } from '../return/pendingRecord.ts';

/** Which checkout to leave for. */
export interface RedirectOptions extends AccessOptions {
  /**
   * A BCP 47 language tag, or `auto`: the language of the page, then that of the browser.
   *
   * @default 'auto'
   */
  readonly locale?: string | undefined;
  /**
   * Whether this tab keeps what `handleCheckoutReturn` needs, in its `sessionStorage`.
   *
   * @default true
   */
  readonly remember?: boolean | undefined;
}

let leaving: Promise<void> | undefined;

const names: readonly (keyof RedirectOptions)[] = [
  'secureToken',
  'url',
  'host',
  'locale',
  'remember',
];

async function leave(platform: Platform, options: RedirectOptions): Promise<void> {
  checkOption(platform.document, __DEV__ ? noPage : '', 'insecure_context');
  if (__DEV__) checkNames(options, 'options', names);
  // Without a prototype: a page whose own is polluted would send its shoppers to another host.
  const given = { __proto__: null, ...options } as RedirectOptions;
  const locale = resolveLocale(platform, given.locale);
  const find = resolveAccess(given, platform.location.origin);
  const access = await find((end) => platform.setTimeout(end, 15_000));
  if (given.remember !== false) writeRecord(platform, access);
  return new Promise((resolve: () => void) => {
    // The shopper has stopped the browser, and may want to press again.
    platform.setTimeout(resolve, 15_000);
    // The page may wake from the back-forward cache, with its button still saying "Redirecting…".
    platform.addEventListener(
      'pagehide',
      () => platform.addEventListener('pageshow', resolve, { once: true }),
      { once: true },
    );
    platform.location.assign(`${hostedPageUrl(access)}?locale=${encodeURIComponent(locale)}`);
  });
}

/** `redirectToCheckout` on a given platform. A page leaves once, however often it is told to. */
export const redirectToCheckoutOn = (platform: Platform, options: RedirectOptions): Promise<void> =>
  (leaving ??= leave(platform, options).finally(() => {
    leaving = undefined;
  }));
