import { formatMoney } from '../../page-parts/format.ts';

/** An amount with its currency, `$9.00 USD`. Without a currency there are no amounts. */
export const Amount = ({ atom, currency }: { atom: number; currency: string | null }) =>
  currency === null ? (
    <span class="muted">No amount</span>
  ) : (
    <>
      {formatMoney(atom, currency, 'en')} <span class="muted">{currency.toUpperCase()}</span>
    </>
  );
