import { fill } from '../../page-parts/format.ts';

/** A sentence with a count in it: one for every number, or one for each kind of number that the language tells apart. */
export type Counted =
  | string
  | (Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string });

/** "14 days free", "1 day free": the sentence for that many. */
export const countWords = (words: Counted, n: number, locale: string): string => {
  const rule = new Intl.PluralRules(locale).select(n);
  return fill(typeof words === 'string' ? words : (words[rule] ?? words.other), { n });
};
