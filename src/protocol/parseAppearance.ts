import type { Appearance, Prefill } from './MerchantMessage.ts';
import { type Fields, readFields, text } from './readFields.ts';

/**
 * A colour or a length, which fetches nothing wherever a page puts it: CSS names an address in quotes or in `url(`, and an
 * escape can spell that.
 */
const measure = /^(?![^]*(url\(|\/\*))[\w\s#%.,/+*()-]{0,128}$/i;

const appearance: Fields<Appearance> = {
  'theme?': /^(light|dark|auto)$/,
  'accentColor?': measure,
  'radius?': measure,
  // Names, in quotes or not, and no function that could take them for an address.
  'fontFamily?': /^[\w\s.,+'"\u0080-\uffff-]{0,128}$/,
};
const prefill: Fields<Prefill> = { 'email?': text, 'name?': text, 'postalCode?': text };

const readObject = <T extends object>(fields: Fields<T>, value: unknown): T | undefined =>
  typeof value === 'object' && value !== null ? readFields(fields, value) : undefined;

/** The known keys of an appearance, each one usable; `undefined` for what is no object. */
export const parseAppearance = (value: unknown): Appearance | undefined =>
  readObject(appearance, value);

/** The known keys of a prefill, each one usable; `undefined` for what is no object. */
export const parsePrefill = (value: unknown): Prefill | undefined => readObject(prefill, value);
