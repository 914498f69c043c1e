import type { Locale } from './texts/Texts.ts';

const locales: readonly Locale[] = ['en', 'de', 'fr', 'es', 'ar'];

/** The page's language for a BCP 47 tag: `de` for `de-AT`, `undefined` for a language it is not written in. */
const matchLocale = (tag: string): Locale | undefined =>
  locales.find((locale) => locale === tag.trim().toLowerCase().split(/[-_]/)[0]);

/**
 * The page's language: the one asked for, else the first that the browser prefers and the page is written in, else
 * English.
 */
export const pickLocale = (
  query: string | undefined,
  acceptLanguage: string | undefined,
): Locale => {
  const asked = query === undefined ? undefined : matchLocale(query);
  if (asked) return asked;
  const preferred = (acceptLanguage ?? '')
    .split(',')
    .map((entry, index) => {
      const [tag = '', ...parameters] = entry.split(';');
      const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
      return { locale: matchLocale(tag), quality: quality ? Number(quality) : 1, index };
    })
    .filter(({ locale, quality }) => locale && quality > 0)
    .sort((a, b) => b.quality - a.quality || a.index - b.index);
  return preferred[0]?.locale ?? 'en';
};
