import type { ComponentChildren } from 'preact';
import type { Customer } from '../api/Catalogue.ts';
import type { Page } from '../api/Page.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useLoaded } from '../useLoaded.ts';
import { Breakable } from './Breakable.tsx';
import { CustomerName } from './CustomerName.tsx';

/** Who the customers of a list are: the newest hundred, read at once; any other is asked for where it stands. */
export const useCustomerNames = (): ((id: string) => ComponentChildren) => {
  const at = useAccountPath();
  const { value } = useLoaded<Page<Customer>>(at('api/customers?limit=100'), [
    'event',
    'checkout_session',
  ]);
  const names = new Map(value?.data.map(({ id, name, email }) => [id, name ?? email]));
  return (id) => {
    if (value === undefined) return <code>{id}</code>;
    const name = names.get(id);
    return name === undefined ? <CustomerName key={id} id={id} /> : <Breakable text={name} />;
  };
};
