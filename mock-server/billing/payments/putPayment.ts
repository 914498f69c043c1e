import { announce } from '../../resources/announce.ts';
import { paymentIntents } from '../../resources/paymentIntents.ts';
import type { Account } from '../../store/createAccount.ts';
import type { PaymentRecord } from '../../store/records/PaymentRecord.ts';

const types = {
  succeeded: 'payment_intent.succeeded',
  failed: 'payment_intent.failed',
  canceled: 'payment_intent.failed',
  requires_action: 'payment_intent.requires_action',
  processing: 'payment_intent.processing',
} as const;

/** Keeps a payment as it is now, and tells of it. What only saves a card is no payment intent. */
export function putPayment(account: Account, record: PaymentRecord, now: number): PaymentRecord {
  const { payments } = account.records;
  const before = payments.get(record.id);
  payments.put(record);
  if (record.currency === null) return record;
  if (before) announce(account, types[record.status], paymentIntents, { record, before, now });
  else announce(account, 'payment_intent.created', paymentIntents, { record, now });
  return record;
}
