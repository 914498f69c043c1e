import type { FieldName } from './FormValues.ts';

/** In the order of the page: the first wrong one takes focus. */
export const fieldNames: readonly FieldName[] = [
  'email',
  'number',
  'expiry',
  'securityCode',
  'name',
  'postalCode',
];
