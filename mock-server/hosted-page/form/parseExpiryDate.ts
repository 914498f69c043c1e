import { digitsOf } from './digitsOf.ts';

/** The month and full year of `MM / YY`, or `undefined` while it is not a whole date. */
export const parseExpiryDate = (text: string): { month: number; year: number } | undefined => {
  const digits = digitsOf(text);
  const month = Number(digits.slice(0, 2));
  if (digits.length !== 4 || month < 1 || month > 12) return undefined;
  return { month, year: 2000 + Number(digits.slice(2)) };
};
