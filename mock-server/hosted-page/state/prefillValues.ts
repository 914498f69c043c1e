import type { FormValues } from '../form/FormValues.ts';
import type { Session } from '../api/Session.ts';

/** What the merchant's page knows of the shopper. */
export interface Prefill {
  readonly email?: string | undefined;
  readonly name?: string | undefined;
  readonly postalCode?: string | undefined;
}

/**
 * The form with what is known filled in. The session's customer wins over the merchant's page, and both only fill what
 * the shopper has left as it was: empty, or as an earlier prefill (`before`) wrote it.
 */
export const prefillValues = (
  values: FormValues,
  before: Prefill,
  prefill: Prefill,
  customer: Session['customer'],
): FormValues => {
  const pick = (field: keyof Prefill, known: string | null | undefined): string => {
    const present = values[field];
    const untouched = present === '' || present === before[field];
    return untouched ? (known ?? prefill[field] ?? present) : present;
  };
  return {
    ...values,
    email: pick('email', customer?.email),
    name: pick('name', customer?.name),
    postalCode: pick('postalCode', undefined),
  };
};
