import { hrefOf, withQuery } from '../route/Place.ts';
import { useCustomerName } from './useCustomerName.ts';
import { useDashboard } from '../useDashboard.ts';
import { Breakable } from '../views/Breakable.tsx';

/** A customer among the properties of something: by name, and with a way to all that they were to pay. */
export const CustomerEntry = ({ id }: { id: string }) => {
  const { accountId } = useDashboard();
  const name = useCustomerName(id);
  const sessions = hrefOf(accountId, 'checkout-sessions');
  return (
    <>
      {name !== undefined && (
        <div>
          <Breakable text={name} />
        </div>
      )}
      <a
        class="code"
        href={withQuery(sessions, new URLSearchParams(), { filter: id })}
        title="Checkout sessions of this customer"
      >
        {id}
      </a>
    </>
  );
};
