import { expect, test } from 'vitest';
import { Problem } from '../../domain/requests/Problem.ts';
import { plainCoupon } from '../../domain/pricing/plainCoupon.ts';
import { changePromotionCode } from '../discounts/changePromotionCode.ts';
import { completeSession } from '../paying/completeSession.ts';
import { createTestAccount } from '../fixtures/createTestAccount.ts';
import { createTestSession } from '../fixtures/createTestSession.ts';

const dates = { created_at: 0, updated_at: 0 };
const limits = { max_redemptions: null, times_redeemed: 0 };
const coupon = { ...plainCoupon, ...dates };

/** An account with prices and coupons of every kind, besides what it begins with. */
function createShop() {
  const { account } = createTestAccount();
  const { prices, coupons, promotionCodes, customers } = account.records;
  account.decide(() => {
    const basic = prices.get('price_basic');
    if (!basic) throw new Error('No price');
    prices.put({ ...basic, id: 'price_euro', currency: 'eur' });
    prices.put({ ...basic, id: 'price_old', active: false });
    coupons.put({ ...coupon, id: 'trial', trial_days_off: 14 });
    coupons.put({ ...coupon, id: 'euro', amount_off_atom: 500, currency: 'eur' });
    coupons.put({ ...coupon, id: 'single', percent_off: 50, max_redemptions: 1 });
    const code = { coupon_id: 'single', active: true, expires_at: null, ...limits, ...dates };
    promotionCodes.put({ ...code, id: 'promo', code: 'Half' });
  });
  const create = (fields: object) =>
    account.decide((now) => createTestSession(account, fields, now));
  return { account, customers, create };
}

const line = (price_id: string, quantity = 1) => ({ price_id, quantity });

function faults(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return error.members['errors'];
    throw error;
  }
  throw new Error('It was accepted');
}

test('prices that are inactive or of two currencies are refused', () => {
  const { create } = createShop();
  const items = [line('price_basic'), line('price_old'), line('price_euro')];
  expect(faults(() => create({ line_items: items }))).toMatchObject([
    { loc: ['body', 'line_items', 1, 'price_id'], type: 'inactive_price' },
    { loc: ['body', 'line_items', 2, 'price_id'], type: 'mixed_currencies' },
  ]);
});

test('a cascade tier may be of another currency, and one currency itself', () => {
  const { create } = createShop();
  const tier = { line_items: [line('price_euro', 2)] };
  const session = create({ line_items: [line('price_basic')], cascade_line_items: [tier] });
  expect(session.cascade_tiers).toMatchObject([{ currency: 'eur', amount_total_atom: 1800 }]);
});

test('a trial makes the first period free, and only what recurs', () => {
  const items = [line('price_basic'), line('price_pro_monthly')];
  const session = createShop().create({ line_items: items, coupon_id: 'trial' });
  expect(session).toMatchObject({ amount_subtotal_atom: 3800, amount_total_atom: 900 });
  const refused = faults(() =>
    createShop().create({ line_items: [line('price_basic')], coupon_id: 'trial' }),
  );
  expect(refused).toMatchObject([{ loc: ['body', 'coupon_id'], type: 'not_applicable' }]);
});

test('a fixed amount is taken off in its own currency alone, down to nothing', () => {
  const { create } = createShop();
  const session = create({ line_items: [line('price_euro')], coupon_id: 'euro' });
  expect(session).toMatchObject({
    currency: 'eur',
    amount_discount_atom: 500,
    amount_total_atom: 400,
  });
  const refused = faults(() => create({ line_items: [line('price_basic')], coupon_id: 'euro' }));
  expect(refused).toMatchObject([{ type: 'not_applicable' }]);
});

test('a discount is counted when it is used, and is then used up', () => {
  const { account, create } = createShop();
  const body = { line_items: [line('price_basic')], promotion_code: 'HALF' };
  const [first, second] = [create(body), create(body)];
  account.decide((now) =>
    completeSession(account, first, { email: null, name: null }, undefined, now),
  );
  expect(account.records.coupons.get('single')?.times_redeemed).toBe(1);
  expect(account.records.promotionCodes.byKey('HALF')?.times_redeemed).toBe(1);
  expect(faults(() => create(body))).toMatchObject([{ type: 'exhausted' }]);
  expect(second.amount_total_atom).toBe(450);
  const apply = () => account.decide((now) => changePromotionCode(account, second, 'half', now));
  expect(apply).toThrow('used up');
});

test('what is refused leaves nothing behind', () => {
  const { account, create } = createShop();
  const before = account.due.size;
  faults(() => create({ customer_id: 'cus_none' }));
  expect([account.records.sessions.size, account.due.size]).toEqual([0, before]);
});
