import type { TextKey } from '../texts/Texts.ts';

/** What the shopper has typed, as it stands in the fields. */
export interface FormValues {
  readonly email: string;
  readonly number: string;
  readonly expiry: string;
  readonly securityCode: string;
  readonly name: string;
  readonly postalCode: string;
}

/** A field of the form; also its element's id. */
export type FieldName = keyof FormValues;

export const emptyValues: FormValues = {
  email: '',
  number: '',
  expiry: '',
  securityCode: '',
  name: '',
  postalCode: '',
};

/** The sentences under the fields, by field. */
export type FormErrors = Partial<Record<FieldName, TextKey | undefined>>;
