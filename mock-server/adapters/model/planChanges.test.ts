import { expect, test } from 'vitest';
import { createSubscriptionShop } from './createSubscriptionShop.ts';

const sent = { collection_method: 'send_invoice' };
const half = { percent_off: 50, duration: 'forever' };

test('a plan that is changed in free days is paid from their end on', async () => {
  const shop = await createSubscriptionShop();
  const { change, billed } = await shop.subscribe({ trial_period_days: 10 });
  await shop.until('2040-02-05T12:00:00Z');
  expect(await change()).toMatchObject({ state: 'trialing', carried_amount_atom: 0 });
  await shop.until('2040-02-10T12:00:00Z');
  expect(await billed()).toMatchObject([{ total_amount_atom: 5800, status: 'paid' }]);
});

test('a bill that was sent counts for the rest of its period, paid or not', async () => {
  const shop = await createSubscriptionShop();
  const { change, billed } = await shop.subscribe(sent);
  await shop.until('2040-02-15T00:00:00Z');
  expect(await change()).toMatchObject({ carried_amount_atom: 1450 });
  await shop.until('2040-02-29T12:00:00Z');
  expect(await billed()).toMatchObject([{ total_amount_atom: 7250 }, { total_amount_atom: 2900 }]);
});

test('what a change costs at once is sent, where bills are sent, and no card is charged', async () => {
  const shop = await createSubscriptionShop();
  const { change, billed } = await shop.subscribe({ ...sent, net_d: 20 });
  await shop.until('2040-02-15T00:00:00Z');
  const changed = await change({ proration_behavior: 'always_invoice' });
  expect(changed).toMatchObject({ amount_total_atom: 5800, state: 'active' });
  expect((await billed())[0]).toMatchObject({
    status: 'open',
    collection_method: 'send_invoice',
    total_amount_atom: 1450,
    due_date: '2040-03-06T00:00:00.000Z',
    payment_intent_id: null,
  });
  await shop.until('2040-03-06T00:00:00Z');
  expect(await billed()).toContainEqual(
    expect.objectContaining({ total_amount_atom: 1450, status: 'past_due' }),
  );
});

const atOnce = { proration_behavior: 'always_invoice' };

test('what a change costs at once is less by what is to the credit of the customer', async () => {
  const shop = await createSubscriptionShop();
  const { change, billed } = await shop.subscribe(sent);
  await change(atOnce, 3);
  await shop.until('2040-02-15T00:00:00Z');
  expect(await change({}, 1)).toMatchObject({ carried_amount_atom: -2900 });
  expect(await change(atOnce, 2)).toMatchObject({ carried_amount_atom: -1450 });
  expect(await billed()).toHaveLength(2);
  expect(await change(atOnce, 4)).toMatchObject({ carried_amount_atom: 0 });
  expect((await billed())[0]).toMatchObject({ total_amount_atom: 1450, status: 'open' });
});

test('what is owed from a change before is billed with one that is billed at once', async () => {
  const shop = await createSubscriptionShop();
  const { change, billed } = await shop.subscribe(sent);
  await shop.until('2040-02-15T00:00:00Z');
  expect(await change({}, 2)).toMatchObject({ carried_amount_atom: 1450 });
  expect(await change(atOnce, 3)).toMatchObject({ carried_amount_atom: 0 });
  expect(await billed()).toMatchObject([
    { subtotal_amount_atom: 5800, discount_amount_atom: 2900, total_amount_atom: 2900 },
    { total_amount_atom: 2900 },
  ]);
});

test('a change at once takes the place of one that was to come', async () => {
  const shop = await createSubscriptionShop();
  const { change, read } = await shop.subscribe({});
  await change({ effective_at: 'period_end' }, 9);
  await change({ proration_behavior: 'none' }, 3);
  expect(await read()).toMatchObject({ pending_items: null });
  await shop.until('2040-03-01T12:00:00Z');
  expect(await read()).toMatchObject({ amount_total_atom: 8700 });
});

test.each(['once', 'forever'])(
  'a discount that comes in mid-period, %s, makes nothing cheaper that was billed already',
  async (duration) => {
    const shop = await createSubscriptionShop();
    const { revise, change } = await shop.subscribe({});
    await shop.until('2040-02-15T00:00:00Z');
    const { id: coupon_id } = await shop.made('/coupons', { percent_off: 50, duration });
    await revise({ coupon_id });
    expect(await change({}, 1)).toMatchObject({ carried_amount_atom: 0 });
    expect(await change()).toMatchObject({ carried_amount_atom: 1450, coupon_id });
  },
);

test('a discount that the next bill is to have is none on the one before', async () => {
  const shop = await createSubscriptionShop();
  const { id: coupon_id } = await shop.made('/coupons', { percent_off: 50, duration: 'once' });
  const { revise, change } = await shop.subscribe({});
  await revise({ coupon_id });
  expect(await change({}, 1)).toMatchObject({ carried_amount_atom: 0, coupon_id });
});

test.each([
  ['taken away', undefined],
  ['replaced', { percent_off: 20, duration: 'forever' }],
])(
  'a period that was billed with a discount keeps it when that is %s, deleted and all',
  async (_how, given) => {
    const shop = await createSubscriptionShop();
    const { revise, change, billed } = await shop.subscribe({});
    const { id: before = '' } = await shop.made('/coupons', half);
    await revise({ coupon_id: before });
    await shop.until('2040-03-15T00:00:00Z');
    expect((await billed())[0]).toMatchObject({ total_amount_atom: 1450 });
    const after = given ? (await shop.made('/coupons', given)).id : null;
    await revise({ coupon_id: after });
    await shop.api('DELETE', `/coupons/${before}`);
    expect(await change({}, 1)).toMatchObject({ carried_amount_atom: 0, coupon_id: after });
  },
);

test.each([
  ['came after its bill does not count', half, []],
  [
    'was on its bill counts on',
    { percent_off: 50, duration: 'repeating', duration_in_months: 1 },
    ['2040-02-29T12:00:00Z'],
  ],
])('in a period that was paused a discount that %s', async (_what, coupon, waits) => {
  const shop = await createSubscriptionShop();
  const { revise, act, change } = await shop.subscribe({});
  const { id: coupon_id } = await shop.made('/coupons', coupon);
  await shop.until('2040-02-10T12:00:00Z');
  await revise({ coupon_id });
  for (const time of waits) await shop.until(time);
  await act('pause');
  await shop.until('2040-05-01T12:00:00Z');
  await act('resume');
  expect(await change({}, 1)).toMatchObject({ carried_amount_atom: 0 });
});

test('free days stay free, whatever falls due in them', async () => {
  const shop = await createSubscriptionShop();
  const { revise, change, billed, read } = await shop.subscribe({ ...sent, net_d: 1 });
  await revise({ trial_period_days: 30 });
  await shop.until('2040-02-05T12:00:00Z');
  expect((await billed())[0]).toMatchObject({ status: 'past_due' });
  const unchanged = { state: 'trialing', carried_amount_atom: -2900 };
  expect(await change({}, 3)).toMatchObject(unchanged);
  const [bill] = (await billed()) as readonly { readonly id?: string }[];
  await shop.api('POST', `/invoices/${bill?.id ?? ''}/pay`, { out_of_band: true });
  expect(await read()).toMatchObject(unchanged);
  expect(await change({}, 5)).toMatchObject(unchanged);
});

test('why a plan was changed stands on the subscription, and in what is told of it', async () => {
  const shop = await createSubscriptionShop();
  const { change } = await shop.subscribe({});
  const reason = 'Too small';
  expect(await change({ reason, effective_at: 'period_end' })).toMatchObject({
    change_reason: reason,
  });
  const path = '/events?type=customer.subscription.updated&limit=1';
  expect(await shop.api('GET', path)).toMatchObject({
    data: [
      { data: { object: { change_reason: reason }, previous_attributes: { change_reason: null } } },
    ],
  });
  expect(await change({}, 3)).toMatchObject({ change_reason: null });
});

test('the metadata of a subscription outlasts a change of its plan, unless that brings its own', async () => {
  const shop = await createSubscriptionShop();
  const [old, own] = [{ plan: 'pro' }, { plan: 'team' }];
  const { change } = await shop.subscribe({ metadata: old });
  expect(await change({}, 3)).toMatchObject({ metadata: old });
  expect(await change({ metadata: own }, 4)).toMatchObject({ metadata: own });
});
