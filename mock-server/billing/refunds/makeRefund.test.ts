import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buyPlanAndPrint } from '../../checkout/fixtures/buyPlanAndPrint.ts';
import { makeChange } from '../../handlers/operations/makeChange.ts';
import { refunds } from '../../resources/refunds.ts';
import type { RefundOption } from '../../store/records/SubscriptionRecord.ts';
import { cancelSubscription } from '../subscriptions/cancelSubscription.ts';

const hour = 60 * 60 * 1000;

const step = fc.oneof(
  fc
    .record({
      by: fc.constantFrom('payment', 'invoice'),
      amount: fc.option(fc.integer({ min: -1, max: 4000 })),
    })
    .map((refund) => ({ kind: 'refund', ...refund }) as const),
  fc
    .constantFrom<RefundOption>('none', 'full', 'prorated', 'cancel_unpaid')
    .map((option) => ({ kind: 'cancel', option }) as const),
  fc.integer({ min: 0, max: 400 * hour }).map((by) => ({ kind: 'wait', by }) as const),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A subscription and a print, bought together for 3800. */
function createScene() {
  const { account, real } = buyPlanAndPrint();
  const [bought] = [...account.records.payments.values()];

  function refund(by: 'payment' | 'invoice', amount_atom: number | null, now: number): void {
    const named =
      by === 'payment' ? { payment_intent_id: bought?.id } : { invoice_id: bought?.invoice_id };
    const request = refunds.create?.body.parse({ ...named, amount_atom });
    const base = { id: account.random.id('re'), created_at: now, updated_at: now };
    if (!request) return;
    const record = makeChange(account, now, (change) =>
      refunds.create?.make(change, request, base),
    );
    if (record) account.records.refunds.put(record);
  }

  function run(what: Step): void {
    if (what.kind === 'wait') {
      real.now += what.by;
      account.settle(account.clock.now());
      return;
    }
    try {
      account.decide((now) => {
        if (what.kind === 'refund') refund(what.by, what.amount, now);
        const [subscription] = [...account.records.subscriptions.values()];
        if (what.kind !== 'cancel' || !subscription) return;
        cancelSubscription(account, subscription, what.option, now);
      });
    } catch {
      // A refusal; what it must not leave behind is what is looked at.
    }
  }
  return { account, run };
}

test('however refunds, cancellation and renewals interleave, no invoice gives back more than was paid', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const { account, run } = createScene();
      const { invoices, payments, refunds: given, subscriptions } = account.records;
      for (const what of steps) {
        run(what);
        for (const invoice of invoices.values()) {
          const back = [...given.values()]
            .filter(({ invoice_id: of }) => of === invoice.id)
            .reduce((sum, { amount_atom: amount }) => sum + amount, 0);
          expect(back).toBe(invoice.refunded_amount_atom);
          expect(back).toBeLessThanOrEqual(invoice.amount_total_atom);
          const paid = payments.get(invoice.payment_intent_id ?? '');
          expect(paid).toMatchObject({
            status: 'succeeded',
            amount_atom: invoice.amount_total_atom,
            invoice_id: invoice.id,
          });
        }
        for (const subscription of subscriptions.values()) {
          if (subscription.state === 'cancelled') continue;
          expect(subscription.current_period_end).toBeGreaterThan(account.clock.now());
          expect(invoices.size).toBe(subscription.periods);
        }
      }
    }),
    { numRuns: 200 },
  );
});
