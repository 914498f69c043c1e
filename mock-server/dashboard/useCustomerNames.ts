import type { Customer } from './api/Catalogue.ts';
import type { Page } from './api/Page.ts';
import { useAccountPath } from './useAccountPath.ts';
import { useLoaded } from './useLoaded.ts';

/** Who the newest hundred customers are, by their ids: what people know them by. */
export const useCustomerNames = (): ReadonlyMap<string, string> => {
  const at = useAccountPath();
  const { value } = useLoaded<Page<Customer>>(at('api/customers?limit=100'), [
    'event',
    'checkout_session',
  ]);
  return new Map(value?.data.map(({ id, name, email }) => [id, name ?? email]));
};
