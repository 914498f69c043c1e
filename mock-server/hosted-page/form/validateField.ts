import type { TextKey } from '../texts/Texts.ts';
import { cardBrand } from './cardBrand.ts';
import { digitsOf } from './digitsOf.ts';
import type { FieldName, FormValues } from './FormValues.ts';
import { parseExpiry } from './parseExpiry.ts';
import { passesLuhn } from './passesLuhn.ts';
import { isTestCard } from './testCards.ts';

/** What validation needs to know besides the values. */
export interface FormRules {
  readonly emailRequired: boolean;
  readonly cardRequired: boolean;
  readonly testMode: boolean;
  /** The server's time: a shopper's own clock may be wrong. */
  readonly now: number;
}

const emailError = (value: string, rules: FormRules): TextKey | undefined => {
  const email = value.trim();
  if (email === '') return rules.emailRequired ? 'emailMissing' : undefined;
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email) ? undefined : 'emailIncomplete';
};

const numberError = (value: string, rules: FormRules): TextKey | undefined => {
  const digits = digitsOf(value);
  const { lengths } = cardBrand(digits);
  if (digits === '') return 'numberMissing';
  if (digits.length < Math.min(...lengths)) return 'numberIncomplete';
  if (!lengths.includes(digits.length) || !passesLuhn(digits)) return 'numberInvalid';
  return rules.testMode && !isTestCard(digits) ? 'numberNotTest' : undefined;
};

const expiryError = (value: string, rules: FormRules): TextKey | undefined => {
  const date = parseExpiry(value);
  if (!date) return 'expiryMissing';
  // A card is good until the last day of its month.
  return Date.UTC(date.year, date.month) > rules.now ? undefined : 'expiryPast';
};

const securityCodeError = (value: string, number: string): TextKey | undefined => {
  const { codeLength } = cardBrand(digitsOf(number));
  if (value === '') return 'securityCodeMissing';
  if (digitsOf(value).length === codeLength) return undefined;
  return codeLength === 4 ? 'securityCodeShortAmex' : 'securityCodeShort';
};

/** What is wrong with a field, as the key of the sentence that says so. */
export const validateField = (
  field: FieldName,
  values: FormValues,
  rules: FormRules,
): TextKey | undefined => {
  if (field === 'email') return emailError(values.email, rules);
  if (!rules.cardRequired) return undefined;
  if (field === 'number') return numberError(values.number, rules);
  if (field === 'expiry') return expiryError(values.expiry, rules);
  if (field === 'securityCode') return securityCodeError(values.securityCode, values.number);
  return undefined;
};
