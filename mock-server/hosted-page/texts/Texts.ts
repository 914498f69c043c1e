import type { en } from './en.ts';

/** The languages the page is written in. */
export type Locale = 'en' | 'de' | 'fr' | 'es' | 'ar';

/**
 * The words of the page in one language, in two halves like the page. English is the model: a language that lacks a key
 * does not compile.
 */
export type Texts = typeof en;

export type FirstTexts = Texts['first'];

export type LaterTexts = Texts['later'];

type SentenceKeys<T> = { [K in keyof T]: T[K] extends string ? K : never }[keyof T];

/** The keys whose value is a plain sentence, as opposed to a group of words. */
export type TextKey = SentenceKeys<FirstTexts> | SentenceKeys<LaterTexts>;
