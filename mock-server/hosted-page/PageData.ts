import type { FirstTexts, Locale } from './texts/Texts.ts';

/** What the document carries for its script: nothing of the session but the origins that may embed it. */
export interface PageData {
  readonly surface: 'page' | 'embed';
  readonly locale: Locale;
  readonly texts: FirstTexts;
  readonly allowedOrigins: readonly string[];
  /** Where the words of a language are: its name stands for the star. */
  readonly languages: string;
}

/** Reads it from the document. */
export const readPageData = (): PageData =>
  JSON.parse(document.getElementById('data')?.textContent ?? '') as PageData;
