import { text } from './fieldReaders.ts';
import type { Prefill } from './MerchantMessage.ts';
import { readFields } from './readFields.ts';

/** The known keys of a prefill, each one usable; `undefined` for what is no object. */
export const parsePrefill = (value: unknown): Prefill | undefined =>
  typeof value === 'object' && value !== null
    ? readFields<Prefill>([{}, { email: text, name: text, postalCode: text }], value)
    : undefined;
