import { expect } from 'vitest';
import { changedMembers } from '../../domain/webhooks/changedMembers.ts';
import type { LedgerEvent, LedgerRecord, LedgerShop } from './createLedgerShop.ts';

const sum = (records: readonly LedgerRecord[], member: string): number =>
  records.reduce((total, record) => total + Number(record[member]), 0);

/** No news, shown on request alone, and told by one event alone. */
const apart = ['updated_at', 'custom_fields', 'resumed_at', 'new_state'];

/** What a record says of itself that events keep up with. */
function toldOf(record: Record<string, unknown>): Record<string, unknown> {
  // Of what went back there is no event of a payment.
  const untold = record['object'] === 'payment_intent' ? [...apart, 'refunded_amount_atom'] : apart;
  return Object.fromEntries(Object.entries(record).filter(([name]) => !untold.includes(name)));
}

/** Whatever is no longer as it was told last is among what has changed. Returns what was told last of each record. */
function followEvents(events: readonly LedgerEvent[]): Map<string, LedgerRecord> {
  const last = new Map<string, LedgerRecord>();
  for (const { type, data } of events) {
    const { object: now } = data;
    const before = last.get(now.id);
    if (type.endsWith('.created')) expect([type, before]).toEqual([type, undefined]);
    // A session tells how it began and how it ended.
    else if (before && now.object !== 'checkout_session') {
      const changed = changedMembers(toldOf(before), toldOf(now));
      expect([type, toldOf(data.previous_attributes ?? {})]).toEqual([type, changed]);
    }
    last.set(now.id, now);
  }
  return last;
}

/** What came in is what was charged, and what went back is what was refunded, of each payment and all of them. */
async function compareMoney({ list }: LedgerShop): Promise<void> {
  const payments = await list('/payment-intents');
  const succeeded = payments.filter(({ status }) => status === 'succeeded');
  const bills = (await list('/invoices')).filter(({ status }) => status === 'paid');
  const charged = bills.filter(({ out_of_band: elsewhere }) => elsewhere !== true);
  expect(sum(charged, 'paid_amount_atom')).toBe(sum(succeeded, 'amount_atom'));
  const refunds = await list('/payments/refunds');
  for (const [kind, all] of [
    ['payment_intent_id', payments],
    ['invoice_id', bills],
  ] as const) {
    for (const one of all) {
      const back = sum(
        refunds.filter((refund) => refund[kind] === one.id),
        'amount_atom',
      );
      expect([one.id, one['refunded_amount_atom']]).toEqual([one.id, back]);
      expect(back).toBeLessThanOrEqual(Number(one['amount_atom'] ?? one['paid_amount_atom']));
    }
  }
}

/** What is to somebody's credit was paid, or is to be, and has not gone back. */
async function compareCredits({ list }: LedgerShop): Promise<void> {
  const bills = await list('/invoices');
  for (const { id, carried_amount_atom: carried } of await list('/subscriptions')) {
    const own = bills.filter(({ subscription_ids: ids }) => (ids as string[]).includes(id));
    const back = sum(own, 'refunded_amount_atom');
    const money = sum(own, 'paid_amount_atom') + sum(own, 'due_amount_atom') - back;
    expect([id, -Number(carried) <= money]).toEqual([id, true]);
  }
}

/** Everything was told once, in order, and adds up to what is there. */
export async function compareLedger(shop: LedgerShop): Promise<void> {
  const events = await shop.events();
  expect(shop.received('steady')).toEqual(events);
  const ids = (all: readonly LedgerEvent[]): string[] => all.map(({ id }) => id).sort();
  expect(ids(shop.received('shaky'))).toEqual(ids(events));
  const last = followEvents(events);
  for (const path of ['/subscriptions', '/invoices', '/payment-intents', '/payments/refunds']) {
    for (const record of await shop.list(path)) {
      expect(toldOf(last.get(record.id) ?? record)).toEqual(toldOf(record));
    }
  }
  for (const { id, state } of await shop.list('/checkout-sessions')) {
    const ends = events.filter(
      ({ type, data }) => data.object.id === id && !type.endsWith('.created'),
    );
    const wanted =
      state === 'completed' || state === 'expired' ? [`checkout_session.${state}`] : [];
    expect(ends.map(({ type }) => type)).toEqual(wanted);
  }
  await compareMoney(shop);
  await compareCredits(shop);
}
