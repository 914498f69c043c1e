import type { Appearance, Prefill } from './MerchantMessage.ts';
import { type Fields, readFields, style, text } from './readFields.ts';

const appearance: Fields<Appearance> = {
  'theme?': /^(light|dark|auto)$/,
  'accentColor?': style,
  'radius?': style,
  'fontFamily?': style,
};
const prefill: Fields<Prefill> = { 'email?': text, 'name?': text, 'postalCode?': text };

const readObject = <T extends object>(fields: Fields<T>, value: unknown): T | undefined =>
  typeof value === 'object' && value !== null ? readFields(fields, value) : undefined;

/** The known keys of an appearance, each one usable; `undefined` for what is no object. */
export const parseAppearance = (value: unknown): Appearance | undefined =>
  readObject(appearance, value);

/** The known keys of a prefill, each one usable; `undefined` for what is no object. */
export const parsePrefill = (value: unknown): Prefill | undefined => readObject(prefill, value);
