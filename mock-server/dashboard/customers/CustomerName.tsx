import { useCustomerName } from './useCustomerName.ts';

/** A customer, by name where there is one. */
export const CustomerName = ({ id }: { id: string }) => (
  <>{useCustomerName(id) ?? <code>{id}</code>}</>
);
