import { fractionDigits } from './fractionDigits.ts';

/**
 * What was typed as an amount, in the smallest unit of its currency; nothing for what is none, or is finer than that
 * unit. A comma is a point to some and nothing to others: where money goes, it is not guessed at.
 */
export const parseAmount = (text: string, currency: string): number | undefined => {
  const digits = fractionDigits(currency);
  const [, whole = '', part = ''] = /^(\d{1,11})(?:\.(\d*))?$/.exec(text.trim()) ?? [];
  if (whole === '' || part.length > digits) return undefined;
  return Number(`${whole}${part.padEnd(digits, '0')}`);
};
