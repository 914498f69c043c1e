import { announce } from '../resources/announce.ts';
import { paymentIntents } from '../resources/paymentIntents.ts';
import type { Account } from '../store/createAccount.ts';
import type { PaymentRecord } from './PaymentRecord.ts';

const types = {
  succeeded: 'payment_intent.succeeded',
  failed: 'payment_intent.failed',
  canceled: 'payment_intent.failed',
  requires_action: 'payment_intent.requires_action',
  processing: 'payment_intent.processing',
} as const;

/** Tells how a payment stands now. What only saves a card is none. */
export function announcePayment(
  account: Account,
  record: PaymentRecord,
  before: PaymentRecord | undefined,
  now: number,
): void {
  if (record.currency === null) return;
  if (!before) announce(account, 'payment_intent.created', paymentIntents, { record, now });
  else announce(account, types[record.status], paymentIntents, { record, before, now });
}
