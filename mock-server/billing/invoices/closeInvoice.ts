import type { Account } from '../../store/createAccount.ts';
import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import { takeCredit } from '../plan/takeCredit.ts';
import { releaseSubscriptions } from '../subscriptions/releaseSubscriptions.ts';
import { changeInvoice } from './changeInvoice.ts';

/** Ends an invoice that nobody is to pay any longer. */
export function closeInvoice(
  account: Account,
  before: InvoiceRecord,
  status: 'void' | 'uncollectible',
  now: number,
): InvoiceRecord {
  const type = status === 'void' ? 'invoice.voided' : 'invoice.uncollectible';
  const invoice = changeInvoice(account, before, { status, next_attempt_at: null }, type, now);
  takeCredit(account, invoice, now);
  releaseSubscriptions(account, invoice, now);
  return invoice;
}
