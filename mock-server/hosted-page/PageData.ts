import type { Locale } from './texts/Locale.ts';
import type { Texts } from './texts/Texts.ts';

/** What the document carries for its script: nothing of the session but the origins that may embed it. */
export interface PageData {
  readonly surface: 'page' | 'embed';
  readonly locale: Locale;
  readonly texts: Texts;
  readonly allowedOrigins: readonly string[];
  /** Where the words of each language are. */
  readonly languages: Readonly<Record<Locale, string>>;
}
