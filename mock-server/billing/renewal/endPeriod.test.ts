import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOwed } from '../invoices/isOwed.ts';
import { refundableAmount } from '../refunds/refundableAmount.ts';
import { createTestAccount } from '../../checkout/fixtures/createTestAccount.ts';
import type { BillingInterval } from '../../domain/pricing/Price.ts';
import { Problem } from '../../domain/requests/Problem.ts';
import { makeChange } from '../../handlers/operations/makeChange.ts';
import { refunds } from '../../resources/refunds.ts';
import { cancelSubscription } from '../subscriptions/cancelSubscription.ts';
import { mostPeriods } from './endPeriod.ts';
import { changePlan, changePlanBody } from '../plan/changePlan.ts';
import { newSubscription } from '../subscriptions/newSubscription.ts';
import { pauseSubscription } from '../subscriptions/pauseSubscription.ts';
import { resumeSubscription } from '../subscriptions/resumeSubscription.ts';
import { reviseBody, reviseSubscription } from '../subscriptions/reviseSubscription.ts';
import { startSubscription } from '../subscriptions/startSubscription.ts';

const day = 24 * 60 * 60 * 1000;

/** An account with a subscription that has just begun, charged to a card that ends with these digits. */
function createScene(interval: BillingInterval, unit: number, last4: string) {
  const { account, real } = createTestAccount(Date.UTC(2030, 0, 31, 12));
  const dated = { created_at: real.now, updated_at: real.now };
  const { records } = account;
  account.decide((now) => {
    const card = { brand: 'visa', exp_month: 12, exp_year: 2099, customer_id: 'cus_abc123' };
    records.paymentMethods.put({ id: 'pm', ...card, last4, ...dated });
    for (const [id, amount] of [
      ['price_one', unit],
      ['price_two', unit * 2 + 1],
    ] as const) {
      records.prices.put({
        ...{ id, product_id: 'prod_pro', active: true, currency: 'usd', price_type: 'recurring' },
        ...{ unit_amount_atom: amount, billing_interval: interval, billing_interval_count: 1 },
        ...{ custom_fields: {}, ...dated },
      });
    }
    const item = { id: 'si', price_id: 'price_one', product_id: 'prod_pro', description: 'Pro' };
    const made = records.subscriptions.put({
      ...newSubscription,
      ...{ id: 'sub', state: 'incomplete', checkout_session_id: null, customer_id: 'cus_abc123' },
      ...{ currency: 'usd', billing_interval: interval, billing_interval_count: 1 },
      items: [{ ...item, quantity: 1, unit_amount_atom: unit }],
      ...{ default_payment_method_id: 'pm', processor_route_id: null, coupon_id: null },
      ...{ discounted_since: now, current_period_start: now, current_period_end: now },
      ...{ trial_end: null, billing_anchor: now, periods: 0, custom_fields: {}, ...dated },
    });
    startSubscription(account, made, now);
  });
  const subscription = () => {
    const found = records.subscriptions.get('sub');
    if (!found) throw new Error('No subscription');
    return found;
  };
  return { account, real, subscription };
}

type Scene = ReturnType<typeof createScene>;

/** Does something in a decision; what is refused leaves nothing behind. */
function attempt({ account }: Scene, work: (now: number) => unknown): void {
  try {
    account.decide(work);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}

const plan = (terms: object, quantity: number) =>
  changePlanBody.parse({
    items: [{ subscription_item_id: 'si', new_price_id: 'price_two', quantity }],
    ...terms,
  });

/** What can be done to a subscription. */
const deeds: readonly ((scene: Scene, size: number) => void)[] = [
  (scene, size) => {
    scene.real.now += size * day;
    scene.account.decide(() => undefined);
  },
  ...(['pause_immediately', 'pause_at_end'] as const).map((pause_behavior) => {
    return (scene: Scene, size: number): void => {
      const asked = { pause_behavior, pause_for_cycles: size % 3 || null };
      attempt(scene, (now) => pauseSubscription(scene.account, scene.subscription(), asked, now));
    };
  }),
  (scene) => {
    attempt(scene, (now) => resumeSubscription(scene.account, scene.subscription(), now));
  },
  ...(['always_invoice', 'create_prorations', 'none'] as const).map((proration_behavior) => {
    return (scene: Scene, size: number): void => {
      if (!['active', 'trialing'].includes(scene.subscription().state)) return;
      const body = plan({ proration_behavior, pay_before_change: size % 2 === 0 }, (size % 9) + 1);
      attempt(scene, (now) =>
        makeChange(scene.account, now, (change) => changePlan(change, scene.subscription(), body)),
      );
    };
  }),
  ...[{ coupon_id: 'coupon_dev_abc123' }, { trial_period_days: 5 }].map((given) => {
    return (scene: Scene): void => {
      const body = reviseBody.parse(given);
      attempt(scene, (now) =>
        makeChange(scene.account, now, (change) =>
          scene.account.records.subscriptions.put(
            reviseSubscription(change, scene.subscription(), body),
          ),
        ),
      );
    };
  }),
  (scene, size) => {
    const { invoices: bills, refunds: given } = scene.account.records;
    const paid = [...bills.values()].filter((bill) => refundableAmount(bill) > 0);
    const invoice = paid[size % Math.max(1, paid.length)];
    const body = refunds.create?.body.safeParse({
      invoice_id: invoice?.id,
      amount_atom: size % 2 === 0 ? null : size * 40,
    });
    if (!invoice || !body?.success) return;
    attempt(scene, (now) => {
      const base = { id: scene.account.random.id('re'), created_at: now, updated_at: now };
      const make = refunds.create?.make;
      const record = makeChange(scene.account, now, (change) => make?.(change, body.data, base));
      if (record) given.put(record);
    });
  },
  (scene, size) => {
    if (size > 4) return;
    const option = size === 1 ? 'prorated' : 'cancel_unpaid';
    attempt(scene, (now) => cancelSubscription(scene.account, scene.subscription(), option, now));
  },
];

/** Which deed, and how much of it. Time goes by more often than anything else happens. */
const step = fc.tuple(
  fc.oneof(fc.constant(0), fc.nat(deeds.length - 1)),
  fc.integer({ min: 1, max: 40 }),
);

/** What must hold whatever was done. */
function checkMoney({ account, subscription }: Scene): void {
  const { invoices, payments, refunds: given } = account.records;
  const paid = new Map<string, number>();
  for (const { status, invoice_id: of, amount_atom: amount } of payments.values()) {
    if (status !== 'succeeded') continue;
    expect(paid.has(of ?? '')).toBe(false);
    paid.set(of ?? '', amount);
  }
  for (const invoice of invoices.values()) {
    const sum = invoice.line_items.reduce((total, line) => total + line.amount_total_atom, 0);
    expect([invoice.id, sum]).toEqual([invoice.id, invoice.amount_total_atom]);
    for (const line of invoice.line_items) expect(line.amount_total_atom).toBeGreaterThan(-1);
    const charged = invoice.status === 'paid' && invoice.amount_total_atom > 0;
    expect(paid.get(invoice.id)).toBe(charged ? invoice.amount_total_atom : undefined);
    expect(invoice.refunded_amount_atom).toBeLessThanOrEqual(invoice.amount_total_atom);
  }
  for (const { amount_atom: amount } of given.values()) expect(amount).toBeGreaterThan(0);
  const { state, overdue_invoice_ids: overdue, ...money } = subscription();
  const ids = new Set(money.period_bills.map(({ invoice_id: id }) => id));
  for (const id of money.opening_credit?.invoice_ids ?? []) ids.add(id);
  const bills = [...ids].flatMap((id) => invoices.get(id ?? '') ?? []);
  // What has gone back, and what is to the customer's credit, was paid once, or is to be.
  const left = bills.reduce(
    (sum, bill) => sum + (isOwed(bill) ? bill.amount_total_atom : refundableAmount(bill)),
    0,
  );
  expect(-money.carried_atom).toBeLessThanOrEqual(left);
  if (state === 'active') expect(overdue).toEqual([]);
  for (const id of overdue) expect(['open', 'past_due']).toContain(invoices.get(id)?.status);
}

test('whatever is done to a subscription, each invoice adds up, is paid once at most, and what runs owes nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<BillingInterval>('day', 'week', 'month', 'year'),
      fc.integer({ min: 0, max: 3000 }),
      // Most of the time the card is good, so that there is something to change.
      fc.constantFrom('4242', '4242', '4242', '9995', '0002'),
      fc.array(step, {
        maxLength: 24,
      }),
      (interval, unit, last4, steps) => {
        const scene = createScene(interval, unit, last4);
        checkMoney(scene);
        for (const [index, size] of steps) {
          deeds[index]?.(scene, size);
          checkMoney(scene);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('a subscription that has been renewed for ten years of days and more ends, and says so', () => {
  const scene = createScene('day', 500, '4242');
  scene.real.now += 3653 * day;
  scene.account.decide(() => undefined);
  expect(scene.subscription()).toMatchObject({ state: 'active', periods: 3654 });
  scene.real.now += 1000 * day;
  scene.account.decide(() => undefined);
  const { state, current_period_end: end } = scene.subscription();
  expect(state).toBe('cancelled');
  expect(scene.account.records.invoices.size).toBe(mostPeriods);
  const types = [...scene.account.records.events.values()].map(({ type }) => type);
  expect(types.filter((type) => type.endsWith('.cancelled'))).toHaveLength(1);
  expect(end).toBeLessThan(scene.real.now);
});
