import type { FieldName, FormValues } from '../form/FormValues.ts';
import { passesLuhn } from '../form/passesLuhn.ts';
import type { FormErrors } from '../form/FormValues.ts';
import type { TextKey } from '../texts/Texts.ts';

const fieldOf: Readonly<Record<string, FieldName>> = {
  email: 'email',
  number: 'number',
  exp_month: 'expiry',
  exp_year: 'expiry',
  cvc: 'securityCode',
  name: 'name',
  postal_code: 'postalCode',
};

const sentence: Readonly<Partial<Record<FieldName, TextKey>>> = {
  email: 'emailIncomplete',
  expiry: 'expiryPast',
  securityCode: 'securityCodeMissing',
  name: 'optionalRefused',
  postalCode: 'optionalRefused',
};

/** The fields that the server refused (422), each with a sentence of the page's own: the server's is for developers. */
export const refusedFields = (
  body: Readonly<Record<string, unknown>>,
  values: FormValues,
): FormErrors => {
  const errors: FormErrors = {};
  for (const error of Array.isArray(body.errors) ? (body.errors as unknown[]) : []) {
    const { loc } = (error ?? {}) as { loc?: unknown };
    const last: unknown = Array.isArray(loc) ? loc.at(-1) : undefined;
    const field = typeof last === 'string' ? fieldOf[last] : undefined;
    if (field === 'number') {
      errors.number = passesLuhn(values.number) ? 'numberNotTest' : 'numberInvalid';
    } else if (field && sentence[field]) {
      errors[field] = sentence[field];
    }
  }
  return errors;
};
