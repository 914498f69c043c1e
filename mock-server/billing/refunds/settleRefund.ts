import { announce } from '../../resources/announce.ts';
import { refunds } from '../../resources/refunds.ts';
import type { Account } from '../../store/createAccount.ts';

/** The money has arrived. */
export function settleRefund(account: Account, id: string, now: number): void {
  const before = account.records.refunds.get(id);
  if (before?.status !== 'pending') return;
  const record = account.records.refunds.put({ ...before, status: 'succeeded', updated_at: now });
  announce(account, 'refund.updated', refunds, { record, before, now });
}
