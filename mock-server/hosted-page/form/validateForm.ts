import type { Session } from '../api/Session.ts';
import { orderKind } from '../order/orderKind.ts';
import type { TextKey } from '../texts/Texts.ts';
import { cardBrand } from './cardNumber.ts';
import { digitsOf } from './digitsOf.ts';
import { parseExpiryDate } from './parseExpiryDate.ts';
import { fieldNames } from './fieldNames.ts';
import type { FieldName, FormErrors, FormValues } from './FormValues.ts';
import { passesLuhn } from './passesLuhn.ts';
import { isTestCard } from './testCards.ts';

/** What a form has to hold. */
export interface FormRules {
  readonly emailRequired: boolean;
  readonly cardRequired: boolean;
  readonly testMode: boolean;
  /** The server's time: a shopper's own clock may be wrong. */
  readonly now: number;
}

/** What this session's form has to hold. */
export const formRules = (session: Session, now: number): FormRules => ({
  emailRequired: session.customer === null,
  cardRequired: orderKind(session) !== 'free',
  testMode: session.test_mode,
  now,
});

type Check = (values: FormValues, rules: FormRules) => TextKey | undefined;

const email: Check = (values, rules) => {
  const value = values.email.trim();
  if (value === '') return rules.emailRequired ? 'emailMissing' : undefined;
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value) ? undefined : 'emailIncomplete';
};

const number: Check = (values, rules) => {
  const digits = digitsOf(values.number);
  const { lengths } = cardBrand(digits);
  if (digits === '') return 'numberMissing';
  if (digits.length < Math.min(...lengths)) return 'numberIncomplete';
  if (!lengths.includes(digits.length) || !passesLuhn(digits)) return 'numberInvalid';
  // A real card's number never leaves the page.
  return rules.testMode && !isTestCard(digits) ? 'numberNotTest' : undefined;
};

const expiry: Check = (values, rules) => {
  const date = parseExpiryDate(values.expiry);
  if (!date) return 'expiryMissing';
  // A card is good until the last day of its month.
  return Date.UTC(date.year, date.month) > rules.now ? undefined : 'expiryPast';
};

const securityCode: Check = (values) => {
  const { codeLength } = cardBrand(values.number);
  if (values.securityCode === '') return 'securityCodeMissing';
  if (values.securityCode.length === codeLength) return undefined;
  return codeLength === 4 ? 'securityCodeShortAmex' : 'securityCodeShort';
};

const cardChecks: Partial<Record<FieldName, Check>> = { number, expiry, securityCode };

/** What is wrong with a field, as the key of the sentence that says so. */
export const validateField = (
  field: FieldName,
  values: FormValues,
  rules: FormRules,
): TextKey | undefined => {
  const check = field === 'email' ? email : rules.cardRequired ? cardChecks[field] : undefined;
  return check?.(values, rules);
};

/** Everything that is wrong with the form. */
export const validateForm = (values: FormValues, rules: FormRules): FormErrors => {
  const errors: FormErrors = {};
  for (const field of fieldNames) {
    const error = validateField(field, values, rules);
    if (error) errors[field] = error;
  }
  return errors;
};
