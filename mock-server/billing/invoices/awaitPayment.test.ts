import { expect, test } from 'vitest';
import { createTestAccount } from '../../checkout/fixtures/createTestAccount.ts';
import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { awaitPayment } from './awaitPayment.ts';
import { newSubscription } from '../subscriptions/newSubscription.ts';

const start = Date.UTC(2030, 0, 1);
const due = start + 1000;

/** A bill of one subscription, to be paid in a second, and what has become of both when that has passed. */
function pass(
  invoice: Partial<InvoiceRecord>,
  state: SubscriptionRecord['state'] = 'active',
): readonly [invoice: string | undefined, subscription: string | undefined, overdue: number] {
  const { account, real } = createTestAccount(start);
  const { invoices, subscriptions } = account.records;
  const dated = { created_at: start, updated_at: start, custom_fields: {}, metadata: {} };
  account.decide(() => {
    subscriptions.put({
      ...newSubscription,
      ...dated,
      ...{ id: 'sub_1', state, items: [], trial_end: null },
      ...{ current_period_start: start, current_period_end: due },
    } as Partial<SubscriptionRecord> as SubscriptionRecord);
    const bill: Partial<InvoiceRecord> = {
      ...dated,
      ...{ id: 'in_1', status: 'open', due_at: due, line_items: [], subscription_ids: ['sub_1'] },
      ...{ issued_at: start, next_attempt_at: null, paid_at: null },
    };
    awaitPayment(account, invoices.put(bill as InvoiceRecord));
    invoices.put({ ...bill, ...invoice } as InvoiceRecord);
  });
  real.now = due;
  account.decide(() => undefined);
  const subscription = subscriptions.get('sub_1');
  const overdue = subscription?.overdue_invoice_ids.length ?? 0;
  return [invoices.get('in_1')?.status, subscription?.state, overdue];
}

test.each<[string, Partial<InvoiceRecord>, string]>([
  ['nobody has paid', {}, 'past_due'],
  ['it was paid', { status: 'paid' }, 'paid'],
  ['it is void', { status: 'void' }, 'void'],
  ['nobody expects it to be paid', { status: 'uncollectible' }, 'uncollectible'],
  ['it may be paid later', { due_at: due + 1 }, 'open'],
  ['it may be paid at any time', { due_at: null }, 'open'],
])('on the day of a bill, where %s', (_, invoice, status) => {
  const isLate = status === 'past_due';
  expect(pass(invoice)).toEqual([status, isLate ? 'past_due' : 'active', isLate ? 1 : 0]);
});

test.each([
  ['active', 'past_due', 1],
  ['paused', 'paused', 1],
  ['past_due', 'past_due', 1],
  ['cancelled', 'cancelled', 0],
] as const)('of a bill that is late, a subscription that is %s is %s', (before, after, overdue) => {
  expect(pass({}, before)).toEqual(['past_due', after, overdue]);
});
