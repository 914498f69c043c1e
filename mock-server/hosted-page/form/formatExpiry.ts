import { digitsOf } from './digitsOf.ts';

/**
 * An expiry date as `MM / YY`, from whatever was typed, pasted or filled in: `4/29`, `0429`, `04/2029`, `2029-04`.
 * While `deleting` no separator is added at the end: it would come back as often as it is removed.
 */
export const formatExpiry = (text: string, deleting = false): string => {
  const isoMonth = /^\s*(\d{4})-(\d{1,2})\s*$/.exec(text);
  if (isoMonth) return formatExpiry(`${isoMonth[2] ?? ''}/${isoMonth[1] ?? ''}`);
  const separated = /^\D*(\d)\s*[/\-.]\s*(.*)$/.exec(text);
  let digits = separated ? `0${separated[1] ?? ''}${digitsOf(separated[2] ?? '')}` : digitsOf(text);
  // No month begins with 2 to 9: the shopper has typed a whole one.
  if (!deleting && /^[2-9]/.test(digits)) digits = `0${digits}`;
  const month = digits.slice(0, 2);
  const year = digits.slice(2);
  if (month.length < 2) return month;
  if (year === '') return deleting ? month : `${month} / `;
  return `${month} / ${/^20\d\d/.test(year) ? year.slice(2, 4) : year.slice(0, 2)}`;
};
