import { fractionDigits } from './fractionDigits.ts';

/** An amount as it is typed into a field: `40.00`, `7200`. */
export const writeAmount = (atom: number, currency: string): string => {
  const digits = fractionDigits(currency);
  return (atom / 10 ** digits).toFixed(digits);
};
