import type { Account } from '../../store/createAccount.ts';
import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import { returnCredit } from '../plan/returnCredit.ts';
import { releaseSubscriptions } from '../subscriptions/releaseSubscriptions.ts';
import { changeInvoice } from './changeInvoice.ts';

/** Notes that an invoice is paid: by a payment, by something outside of PaymentKit, or because nothing was due. */
export function payInvoice(
  account: Account,
  before: InvoiceRecord,
  by: Pick<InvoiceRecord, 'payment_intent_id' | 'out_of_band'>,
  now: number,
): InvoiceRecord {
  const paid = { ...by, status: 'paid', paid_at: now, next_attempt_at: null } as const;
  const invoice = changeInvoice(account, before, paid, 'invoice.paid', now);
  returnCredit(account, invoice, now);
  releaseSubscriptions(account, invoice, now);
  return invoice;
}
