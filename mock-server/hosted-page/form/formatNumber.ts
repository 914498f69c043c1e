import { cardBrand } from './cardBrand.ts';
import { digitsOf } from './digitsOf.ts';

/** A card number in the groups printed on the card: 4-4-4-4, for American Express 4-6-5. */
export const formatNumber = (text: string): string => {
  const all = digitsOf(text);
  const brand = cardBrand(all);
  const digits = all.slice(0, Math.max(...brand.lengths));
  const groups: string[] = [];
  let from = 0;
  for (const size of brand.groups) {
    if (from < digits.length) groups.push(digits.slice(from, from + size));
    from += size;
  }
  return groups.join(' ');
};
