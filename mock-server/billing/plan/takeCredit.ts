import type { Account } from '../../store/createAccount.ts';
import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { changeSubscription } from '../subscriptions/changeSubscription.ts';
import { creditFrom } from './creditFrom.ts';
import { withinPaid } from './withinPaid.ts';

type Balance = Pick<SubscriptionRecord, 'carried_atom' | 'period_bills'>;

/** A bill that nobody pays any longer has given nothing: what of the credit came of it goes, once. */
function withoutUnpaid(account: Account, before: SubscriptionRecord, invoice_id: string): Balance {
  const { carried_atom: carried, period_bills } = before;
  const isTaken = period_bills.some(({ taken }) => taken?.invoice_id === invoice_id);
  if (isTaken) return before;
  const gave = creditFrom(period_bills, invoice_id);
  const amount = Math.max(0, Math.min(gave.amount_atom, -carried));
  const value_atom = amount > 0 ? Math.round((gave.value_atom * amount) / gave.amount_atom) : 0;
  const carried_atom = withinPaid(account, before, carried + amount);
  // Also one that gives nothing back is noted: what gives way later is of the others.
  const isOwn = period_bills.some(({ invoice_id: id }) => id === invoice_id);
  if (!isOwn && carried_atom === carried) return before;
  const taken = { invoice_id, amount_atom: carried_atom - carried };
  return {
    carried_atom,
    period_bills: [...period_bills, { value_atom, invoice_id: null, taken }],
  };
}

/** What goes back by hand, and what nobody is to pay any longer, takes the credit along that came of it. */
export function takeCredit(account: Account, invoice: InvoiceRecord, now: number): void {
  for (const id of invoice.subscription_ids) {
    const before = account.records.subscriptions.get(id);
    if (!before) continue;
    const { carried_atom, period_bills }: Balance =
      invoice.status === 'paid'
        ? { ...before, carried_atom: withinPaid(account, before, before.carried_atom) }
        : withoutUnpaid(account, before, invoice.id);
    if (carried_atom === before.carried_atom && period_bills === before.period_bills) continue;
    changeSubscription(account, before, { carried_atom, period_bills }, now);
  }
}
