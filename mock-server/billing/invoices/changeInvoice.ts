import type { EventType } from '../../domain/webhooks/eventTypes.ts';
import { announce } from '../../resources/announce.ts';
import { invoices } from '../../resources/invoices.ts';
import type { Account } from '../../store/createAccount.ts';
import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';

/** Keeps an invoice that has changed, and tells of it. */
export function changeInvoice(
  account: Account,
  before: InvoiceRecord,
  changes: Partial<InvoiceRecord>,
  type: EventType,
  now: number,
): InvoiceRecord {
  const record = account.records.invoices.put({ ...before, ...changes, updated_at: now });
  announce(account, type, invoices, { record, before, now });
  return record;
}
