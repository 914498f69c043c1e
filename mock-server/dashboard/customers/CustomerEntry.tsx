import { hrefOf } from '../route/Place.ts';
import { useCustomerName } from './useCustomerName.ts';
import { useDashboard } from '../useDashboard.ts';
import { Breakable } from '../views/Breakable.tsx';

/** A customer among the properties of something: by name, and with a way to all that is theirs. */
export const CustomerEntry = ({ id }: { id: string }) => {
  const { accountId } = useDashboard();
  const name = useCustomerName(id);
  return (
    <>
      {name !== undefined && (
        <div>
          <Breakable text={name} />
        </div>
      )}
      <a class="code" href={hrefOf(accountId, 'customers', id)}>
        {id}
      </a>
    </>
  );
};
