import type { Account } from '../../store/createAccount.ts';
import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';

/** Waits for the payer of a bill until the day that stands on it. */
export function awaitPayment(account: Account, invoice: InvoiceRecord): InvoiceRecord {
  const { id, due_at: at } = invoice;
  if (at !== null) account.due.add({ at, kind: 'invoice.fall_due', id });
  return invoice;
}
