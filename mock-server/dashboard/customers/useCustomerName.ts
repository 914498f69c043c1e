import type { Customer } from '../api/Catalogue.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useLoaded } from '../useLoaded.ts';

/** What people know a customer by; nothing while that is not known, or where the customer is gone. */
export const useCustomerName = (id: string): string | undefined => {
  const path = useAccountPath()(`api/customers/${encodeURIComponent(id)}`);
  const { value } = useLoaded<Customer>(path, ['event']);
  return value && (value.name ?? value.email);
};
