import { expect, test } from 'vitest';
import { plainCoupon } from '../../domain/pricing/plainCoupon.ts';
import { createSubscriptions } from './createSubscriptions.ts';
import { createTestAccount } from '../fixtures/createTestAccount.ts';
import { createTestSession } from '../fixtures/createTestSession.ts';

const day = 24 * 60 * 60 * 1000;
const start = Date.UTC(2030, 0, 1);
const payer = { customer_id: 'cus_1', payment_method_id: 'pm_1' };

/** Subscribes to a price in each rhythm, with one thing that is bought once. */
function subscribe(rhythms: readonly (readonly [count: number, interval: 'week' | 'month'])[]) {
  const { account } = createTestAccount(start);
  const { prices } = account.records;
  return account.decide((now) => {
    const monthly = prices.get('price_pro_monthly');
    if (!monthly) throw new Error('No price');
    const ids = rhythms.map(([billing_interval_count, billing_interval], index) => {
      const id = `price_${String(index)}`;
      return prices.put({ ...monthly, id, billing_interval, billing_interval_count }).id;
    });
    const line_items = [...ids, 'price_basic'].map((price_id) => ({ price_id, quantity: 2 }));
    const session = createTestSession(account, { line_items }, now);
    return createSubscriptions(account, session, payer, 'in_1', now);
  });
}

const facts = (made: ReturnType<typeof subscribe>) =>
  made.map((one) => [
    `${String(one.billing_interval_count)} ${one.billing_interval}`,
    one.items.map(({ price_id, quantity }) => `${String(quantity)} ${price_id}`),
    (one.current_period_end - start) / day,
  ]);

test('what is paid in one rhythm is one subscription, and what is bought once is in none', () => {
  const made = subscribe([
    [1, 'month'],
    [1, 'week'],
    [1, 'month'],
    [3, 'month'],
  ]);
  expect(facts(made)).toEqual([
    ['1 month', ['2 price_0', '2 price_2'], 31],
    ['1 week', ['2 price_1'], 7],
    ['3 month', ['2 price_3'], 90],
  ]);
  expect(
    made.every(({ state, customer_id }) => state === 'active' && customer_id === 'cus_1'),
  ).toBe(true);
});

test('an order of things that are bought once makes no subscription', () => {
  expect(subscribe([])).toEqual([]);
});

test('a fixed discount on two subscriptions that is more than they cost is kept whole, and by both together', () => {
  const { account } = createTestAccount(start);
  const kept = account.decide((now) => {
    const { prices, coupons } = account.records;
    const dated = { created_at: now, updated_at: now };
    const fixed = { amount_off_atom: 20_000, currency: 'usd' } as const;
    coupons.put({ ...plainCoupon, ...dated, ...fixed, id: 'coupon_x' });
    const monthly = prices.get('price_pro_monthly');
    if (!monthly) throw new Error('No price');
    prices.put({ ...monthly, id: 'weekly', billing_interval: 'week', unit_amount_atom: 8000 });
    const line_items = [monthly.id, 'weekly', 'price_basic'].map((price_id) => ({
      price_id,
      quantity: 1,
    }));
    const session = createTestSession(account, { line_items, coupon_id: 'coupon_x' }, now);
    const made = createSubscriptions(account, session, payer, 'in_1', now);
    return made.map(({ period_coupon }) => period_coupon?.amount_off_atom);
  });
  // The print took 900. What nothing took is the first one's.
  expect(kept).toEqual([20_000 - 8000 - 900, 8000]);
});

test.each([
  ['free days, whatever their duration says', { trial_days_off: 10 }, null],
  ['a tenth', { percent_off: 10 }, 'coupon_x'],
])('%s come with what is due first; only what lasts counts again', (_what, gives, coupon_id) => {
  const { account } = createTestAccount(start);
  const [made] = account.decide((now) => {
    const dated = { created_at: now, updated_at: now };
    const forever = { ...plainCoupon, ...gives, duration: 'forever', ...dated } as const;
    account.records.coupons.put({ ...forever, id: 'coupon_x' });
    const line_items = [{ price_id: 'price_pro_monthly', quantity: 1 }];
    const session = createTestSession(account, { line_items, coupon_id: 'coupon_x' }, now);
    return createSubscriptions(account, session, payer, 'in_1', now);
  });
  expect(made?.coupon_id).toBe(coupon_id);
});
