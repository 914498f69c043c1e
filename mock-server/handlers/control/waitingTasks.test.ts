import fc from 'fast-check';
import { expect, test } from 'vitest';
import { payInvoice } from '../../billing/invoices/payInvoice.ts';
import { cancelSubscription } from '../../billing/subscriptions/cancelSubscription.ts';
import { changeSubscription } from '../../billing/subscriptions/changeSubscription.ts';
import { pauseSubscription } from '../../billing/subscriptions/pauseSubscription.ts';
import { resumeSubscription } from '../../billing/subscriptions/resumeSubscription.ts';
import { reviseSubscription } from '../../billing/subscriptions/reviseSubscription.ts';
import { startSubscription } from '../../billing/subscriptions/startSubscription.ts';
import { checkoutTasks } from '../../checkout/checkoutTasks.ts';
import { endPayment } from '../../checkout/paying/endPayment.ts';
import { createTestSession } from '../../checkout/fixtures/createTestSession.ts';
import { testPayment } from '../../checkout/fixtures/testPayment.ts';
import { paySession } from '../../checkout/paying/paySession.ts';
import type { Account } from '../../store/createAccount.ts';
import { createStore } from '../../store/createStore.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { makeChange } from '../operations/makeChange.ts';
import { waitingTasks } from './waitingTasks.ts';

const day = 24 * 60 * 60 * 1000;

interface Scene {
  readonly account: Account;
  readonly now: number;
  readonly subscription: SubscriptionRecord;
}

const put = ({ account, subscription }: Scene, changes: Partial<SubscriptionRecord>): void => {
  account.records.subscriptions.put({ ...subscription, ...changes });
};

/** What is done to a subscription; where it cannot be, nothing is. */
const steps: Readonly<Record<string, (scene: Scene) => unknown>> = {
  'a card that is declined': (scene) => put(scene, { default_payment_method_id: 'pm_declined' }),
  'bills are sent': (scene) => put(scene, { collection_method: 'send_invoice', net_d: 3 }),
  'it ends with its period': (scene) => put(scene, { cancel_at_period_end: true }),
  pause: ({ account, subscription, now }) =>
    pauseSubscription(
      account,
      subscription,
      { pause_behavior: 'pause_immediately', pause_for_cycles: 1 },
      now,
    ),
  resume: ({ account, subscription, now }) => resumeSubscription(account, subscription, now),
  'an end is set': ({ account, subscription, now }) => {
    if (subscription.state === 'cancelled') return;
    const cancel_at = now + 40 * day;
    account.due.add({ at: cancel_at, kind: 'subscription.cancel', id: subscription.id });
    changeSubscription(account, subscription, { cancel_at }, now);
  },
  'no end is set': (scene) => put(scene, { cancel_at: null }),
  'free days': ({ account, subscription, now }) =>
    makeChange(account, now, (change) => {
      const revised = reviseSubscription(change, subscription, { trial_period_days: 10 });
      account.records.subscriptions.put(revised);
    }),
  'it is paid elsewhere': ({ account, now }) => {
    for (const invoice of [...account.records.invoices.values()]) {
      if (invoice.status !== 'open' && invoice.status !== 'past_due') continue;
      payInvoice(account, invoice, { payment_intent_id: null, out_of_band: true }, now);
    }
  },
  'it begins later': ({ account, subscription, now }) => {
    if (subscription.state === 'cancelled') return;
    const at = now + 5 * day;
    account.due.add({ at, kind: 'subscription.start', id: subscription.id });
    put({ account, subscription, now }, { state: 'scheduled', current_period_start: at });
  },
  'it begins': ({ account, subscription, now }) => startSubscription(account, subscription, now),
  'what is under way ends': ({ account, now }) => {
    for (const payment of [...account.records.payments.values()]) {
      const isUnderWay = payment.status === 'requires_action' || payment.status === 'processing';
      if (isUnderWay) endPayment(account, payment, { kind: 'cancel' }, now);
    }
  },
  cancel: ({ account, subscription, now }) =>
    cancelSubscription(account, subscription, 'prorated', now),
};

/**
 * A subscription, a card that is declined, and sessions that wait for a shopper and for banks; `commits` counts what
 * was written.
 */
function createAccount() {
  const real = { now: 1_900_000_000_000 };
  const commits = { count: 0 };
  const onCommit = (): void => {
    commits.count += 1;
  };
  const store = createStore({ realTime: () => real.now, tasks: checkoutTasks, onCommit });
  const account = store.account('acc');
  account.decide((now) => {
    const dated = { created_at: now, updated_at: now };
    const card = { brand: 'visa', last4: '0002', exp_month: 12, exp_year: 2099 };
    account.records.paymentMethods.put({ id: 'pm_declined', customer_id: null, ...card, ...dated });
    createTestSession(account, {}, now);
    const line_items = [{ price_id: 'price_pro_monthly', quantity: 1 }];
    const numbers = ['4242424242424242', '4000000000003220', '4000000000000077'];
    for (const [index, number] of numbers.entries()) {
      const session = createTestSession(account, { line_items, expires_in_hours: 2 + index }, now);
      paySession(account, session, testPayment(2900, number), now);
    }
  });
  return { account, real, commits };
}

test('what is said to be waiting is what something comes of, and of nothing else', () => {
  const step = fc.record({
    name: fc.constantFrom(...Object.keys(steps)),
    wait: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 30 }), (taken) => {
      const { account, real, commits } = createAccount();
      for (const { name, wait } of taken) {
        const [subscription] = account.records.subscriptions.values();
        try {
          if (subscription) account.decide((now) => steps[name]?.({ account, now, subscription }));
        } catch {
          // A refusal.
        }
        const { next } = account.due;
        if (!wait || next === undefined) continue;
        const waits = waitingTasks(account, 1)[0]?.at === next;
        real.now = next;
        commits.count = 0;
        account.settle(next);
        expect([name, commits.count > 0]).toEqual([name, waits]);
      }
    }),
    { numRuns: 300, seed: 7 },
  );
});
