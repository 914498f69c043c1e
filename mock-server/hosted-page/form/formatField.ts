import { cardBrand } from './cardBrand.ts';
import { digitsOf } from './digitsOf.ts';
import type { FieldName } from './FormValues.ts';
import { formatExpiry } from './formatExpiry.ts';
import { formatNumber } from './formatNumber.ts';

/** A field's value as the field shows it. `number` is the card number beside it: it decides the length of the code. */
export const formatField = (
  field: FieldName,
  typed: string,
  number: string,
  deleting = false,
): string => {
  if (field === 'number') return formatNumber(typed);
  if (field === 'expiry') return formatExpiry(typed, deleting);
  if (field === 'securityCode') return digitsOf(typed, cardBrand(digitsOf(number)).codeLength);
  return typed.slice(0, 256);
};
