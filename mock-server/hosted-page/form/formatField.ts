import { cardBrand, formatCardNumber } from './cardNumber.ts';
import { digitsOf } from './digitsOf.ts';
import { formatExpiryDate } from './formatExpiryDate.ts';
import type { FieldName } from './FormValues.ts';

/** A field's value as the field shows it. `number` is the card number beside it: it decides the length of the code. */
export const formatField = (
  field: FieldName,
  typed: string,
  number: string,
  deleting = false,
): string => {
  if (field === 'number') return formatCardNumber(typed);
  if (field === 'expiry') return formatExpiryDate(typed, deleting);
  if (field === 'securityCode') return digitsOf(typed, cardBrand(number).codeLength);
  return typed;
};

/**
 * Where the caret belongs in a formatted value: after as many digits as stood before it in what was typed.
 * `formatted` may hold one digit more in front: a month typed as one digit gets its zero.
 */
export const formatCaret = (typed: string, caret: number, formatted: string): number => {
  if (caret >= typed.length) return formatted.length;
  const added = Math.max(0, digitsOf(formatted).length - digitsOf(typed).length);
  let left = digitsOf(typed.slice(0, caret)).length;
  if (left > 0) left += added;
  let position = 0;
  while (left > 0 && position < formatted.length) {
    if (/\d/.test(formatted.charAt(position))) left -= 1;
    position += 1;
  }
  return position;
};
