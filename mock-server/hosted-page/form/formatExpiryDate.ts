import { digitsOf } from './digitsOf.ts';

/**
 * An expiry date as `MM / YY`, from whatever was typed, pasted or filled in: `4/29`, `0429`, `04/2029`, `2029-04`.
 * While `deleting` no separator is added at the end: it would come back as often as it is removed.
 */
export const formatExpiryDate = (text: string, deleting = false): string => {
  // What is looked for below is ASCII, which not every keyboard writes.
  const plain = text.replace(/[^ -~]/g, (character) => digitsOf(character) || ' ');
  const turned = plain.replace(/^\s*(\d{4})[-/](\d{1,2})\s*$/, '$2/$1');
  // A month of one digit, ended by a separator.
  let digits = digitsOf(turned.replace(/^\D*(\d)\D/, '0$1'));
  // No month begins with 2 to 9: the shopper has typed a whole one.
  if (!deleting && /^[2-9]/.test(digits)) digits = `0${digits}`;
  const month = digits.slice(0, 2);
  // A year of four digits, once it is whole; before that `202` may still become one.
  const year = digits.slice(2).replace(/^20(?=\d\d)/, '');
  if (month.length < 2) return month;
  if (year === '') return deleting ? month : `${month} / `;
  return `${month} / ${year.slice(0, /^20\d$/.test(year) ? 3 : 2)}`;
};
