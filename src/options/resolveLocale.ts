import type { Platform } from '../platform/Platform.ts';
import { checkOption } from './checkOption.ts';

/**
 * A language: the one given, or for `auto` that of the page, then that of the browser. The hosted page
 * takes a tag it does not know for English; a mistake is refused in builds for development.
 */
export function resolveLocale(platform: Platform, locale = 'auto'): string {
  if (__DEV__) {
    checkOption(
      /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i.test(locale),
      'Failed to use "locale": it is not a language tag. Pass for example "de" or "pt-BR", or "auto".',
    );
  }
  return locale === 'auto'
    ? platform.document.documentElement.lang || platform.navigator.language
    : locale;
}
