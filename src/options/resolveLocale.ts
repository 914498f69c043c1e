import type { Platform } from '../platform/Platform.ts';
import { checkOption } from './checkOption.ts';

const tag = /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i;

/** A language tag: the one given, or for `auto` that of the page, then that of the browser. */
export function resolveLocale({ document, navigator }: Platform, locale = 'auto'): string {
  const auto = [document.documentElement.lang, navigator.language, 'en'];
  const found = (locale === 'auto' ? auto : [locale]).find((language) => tag.test(language));
  checkOption(
    found,
    __DEV__
      ? 'Failed to use "locale": it is not a language tag. Pass for example "de" or "pt-BR", or "auto".'
      : '',
  );
  return found;
}
