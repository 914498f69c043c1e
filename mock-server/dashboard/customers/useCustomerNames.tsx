import type { ComponentChildren } from 'preact';
import type { Customer } from '../api/Catalogue.ts';
import { useNewest } from '../lists/useNewest.ts';
import { Breakable } from '../views/Breakable.tsx';
import { CustomerName } from './CustomerName.tsx';

interface CustomerNames {
  readonly show: (id: string) => ComponentChildren;
  /** By which a customer can be found: nothing of one who is not among those. */
  readonly textOf: (id: string | null) => string;
}

/** Who the customers of a list are. */
export const useCustomerNames = (): CustomerNames => {
  const value = useNewest<Customer>('api/customers', ['event', 'checkout_session']);
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
