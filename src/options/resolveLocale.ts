import type { Platform } from '../platform/Platform.ts';
import { checkOption } from './checkOption.ts';

/**
 * A language: the one given, or for `auto` that of the page, then that of the browser. An empty text, such as that of an
 * `<html>` without a language, is as good as nothing. The hosted page takes a tag it does not know for English; a mistake
 * is refused in builds for development.
 */
export function resolveLocale(platform: Platform, locale: string | null | undefined): string {
  if (__DEV__) {
    checkOption(
      !locale || /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i.test(locale),
      'Failed to use "locale": it is not a language tag. Pass for example "de" or "pt-BR", or "auto".',
    );
  }
  return locale && locale !== 'auto'
    ? locale
    : platform.document.documentElement.lang || platform.navigator.language;
}
