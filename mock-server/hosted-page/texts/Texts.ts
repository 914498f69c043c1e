import type { en } from './en.ts';

/** The words of the page in one language. English is the model: a language that lacks a key does not compile. */
export type Texts = typeof en;

/** The keys whose value is a plain sentence, as opposed to a group of words. */
export type TextKey = {
  [K in keyof Texts]: Texts[K] extends string ? K : never;
}[keyof Texts];
