import type { ComponentChildren } from 'preact';
import type { Customer } from '../api/Catalogue.ts';
import type { Page } from '../api/Page.ts';
import { readNewest } from '../api/readNewest.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useFilter } from '../lists/useFilter.ts';
import { useLoaded } from '../useLoaded.ts';
import { Breakable } from '../views/Breakable.tsx';
import { CustomerName } from './CustomerName.tsx';

interface CustomerNames {
  readonly show: (id: string) => ComponentChildren;
  /** By which a customer can be found: nothing of one who is not among those. */
  readonly textOf: (id: string | null) => string;
}

/**
 * Who the customers of a list are: the newest hundred, read at once; any other is asked for where it stands. Where they are
 * looked for by name, as many as the list is looked through for.
 */
export const useCustomerNames = (): CustomerNames => {
  const at = useAccountPath();
  const { wanted } = useFilter();
  const isSearch = wanted.trim() !== '';
  const { value } = useLoaded<Page<Customer>>(
    at(isSearch ? 'api/customers' : 'api/customers?limit=100'),
    ['event', 'checkout_session'],
    isSearch ? readNewest : undefined,
  );
  const known = new Map(value?.data.map((customer) => [customer.id, customer]));
  return {
    show(id) {
      if (value === undefined) return <code>{id}</code>;
      const customer = known.get(id);
      if (!customer) return <CustomerName key={id} id={id} />;
      return <Breakable text={customer.name ?? customer.email} />;
    },
    textOf(id) {
      const { name, email } = known.get(id ?? '') ?? {};
      return [id, name, email].filter(Boolean).join(' ');
    },
  };
};
