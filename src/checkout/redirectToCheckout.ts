import { checkNames } from '../options/checkNames.ts';
import { requireBrowser } from '../options/checkOption.ts';
import { type AccessOptions, hostedPageUrl, resolveAccess } from '../options/resolveAccess.ts';
import { resolveLocale } from '../options/resolveLocale.ts';
import type { Platform } from '../platform/Platform.ts';
import { writeRecord } from '../return/pendingRecord.ts';

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

async function leave(platform: Platform, given: RedirectOptions): Promise<void> {
  requireBrowser(platform);
  if (__DEV__) checkNames(given, 'options', names);
  const { locale, remember = true, ...options } = given;
  const language = resolveLocale(platform, locale);
  const access = await resolveAccess(options, platform.location.origin)();
  if (remember) writeRecord(platform, access);
  const here = new AbortController();
  await new Promise<void>((resolve) => {
    // The page may wake from the back-forward cache, with its button still saying "Redirecting…".
    platform.addEventListener('pageshow', ({ persisted }) => persisted && resolve(), here);
    platform.location.assign(`${hostedPageUrl(access)}?locale=${encodeURIComponent(language)}`);
  });
  here.abort();
}

/** `redirectToCheckout` on a given platform. A page leaves once, however often it is told to. */
export const redirectToCheckoutOn = (platform: Platform, options: RedirectOptions): Promise<void> =>
  (leaving ??= leave(platform, options).finally(() => {
    leaving = undefined;
  }));
