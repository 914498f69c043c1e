import type { TextKey } from '../texts/Texts.ts';
import { fieldNames, type FieldName, type FormValues } from './FormValues.ts';
import { validateField, type FormRules } from './validateField.ts';

/** The sentences under the fields, by field. */
export type FormErrors = Partial<Record<FieldName, TextKey>>;

/** Everything that is wrong with the form. */
export const validateForm = (values: FormValues, rules: FormRules): FormErrors => {
  const errors: FormErrors = {};
  for (const field of fieldNames) {
    const error = validateField(field, values, rules);
    if (error) errors[field] = error;
  }
  return errors;
};
