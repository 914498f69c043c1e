import type { Account } from '../../store/createAccount.ts';
import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { changeSubscription } from '../subscriptions/changeSubscription.ts';
import { periodBills } from './periodBills.ts';
import { prorate } from './prorate.ts';
import { withinPaid } from './withinPaid.ts';

/** A bill that nobody pays any longer has given nothing: of a credit goes what it would cost to have the plan as it is. */
function withoutUnpaid(
  account: Account,
  before: SubscriptionRecord,
  now: number,
): SubscriptionRecord {
  const { cost, credit, value_atom } = prorate(account, before, before.items, now);
  const owed = cost - credit;
  const taken = Math.min(owed, -before.carried_atom);
  if (taken <= 0) return before;
  const settled = { value_atom: Math.round((value_atom * taken) / owed), invoice_id: null };
  const period_bills = [...periodBills(account, before), settled];
  return { ...before, carried_atom: before.carried_atom + taken, period_bills };
}

/** What goes back by hand, and what nobody is to pay any longer, takes the credit along that came of it. */
export function takeCredit(
  account: Account,
  { subscription_ids: ids }: Pick<InvoiceRecord, 'subscription_ids'>,
  now: number,
): void {
  for (const id of ids) {
    const before = account.records.subscriptions.get(id);
    if (!before || before.carried_atom >= 0) continue;
    const { carried_atom: carried, period_bills = periodBills(account, before) } =
      before.state === 'cancelled' ? before : withoutUnpaid(account, before, now);
    const carried_atom = withinPaid(account, before, carried);
    changeSubscription(account, before, { carried_atom, period_bills }, now);
  }
}
