import { expect, test } from 'vitest';
import { createSubscriptionShop } from './createSubscriptionShop.ts';

const sent = { collection_method: 'send_invoice' };

test('a bill that is sent may stay unpaid for a month, where nothing else was agreed', async () => {
  const shop = await createSubscriptionShop();
  const { billed } = await shop.subscribe(sent);
  expect(await billed()).toMatchObject([{ status: 'open', due_date: '2040-03-01T12:00:00.000Z' }]);
});

test('without a card of its own a subscription is charged to the one last saved', async () => {
  const shop = await createSubscriptionShop();
  expect(await (await shop.subscribe({})).read()).toMatchObject({
    state: 'active',
    default_payment_method_id: shop.cards.good,
  });
});

test('who has no card is not charged on that of another customer', async () => {
  const shop = await createSubscriptionShop();
  const { id: customer_id } = await shop.made('/customers', { email: 'a@b.example' });
  const { read, billed } = await shop.subscribe({ customer_id });
  expect(await read()).toMatchObject({ state: 'incomplete' });
  expect(await billed()).toMatchObject([{ status: 'open', payment_intent_id: null }]);
});

test('a card that has expired is charged once before another one is', async () => {
  const shop = await createSubscriptionShop();
  const method = await shop.save('5555555555554444', { exp_month: 2, exp_year: 2040 });
  const { read } = await shop.subscribe({ default_payment_method_id: method });
  await shop.until('2040-03-31T12:00:00Z');
  const failed = await shop.api('GET', '/payment-intents?status=failed');
  expect(failed).toMatchObject({ total: 1, data: [{ decline_code: 'expired_card' }] });
  expect(await read()).toMatchObject({ default_payment_method_id: shop.cards.good });
});

test('a card that was chosen for a bill is charged, and no other one in its place', async () => {
  const shop = await createSubscriptionShop();
  const method = await shop.save('5555555555554444', { exp_month: 2, exp_year: 2040 });
  const { billed } = await shop.subscribe({ ...sent, net_d: 90 });
  await shop.until('2040-03-01T00:00:00Z');
  const bills = (await billed()) as readonly { readonly id?: string }[];
  const path = `/invoices/${bills.at(-1)?.id ?? ''}/pay`;
  expect(await shop.api('POST', path, { payment_method_id: method })).toBe(402);
  expect(await shop.api('POST', path, { payment_method_id: shop.cards.good })).toMatchObject({
    status: 'paid',
  });
});

test('what has ended is not to end once more', async () => {
  const shop = await createSubscriptionShop();
  const { act, read } = await shop.subscribe({});
  await act('cancel');
  expect(await act('schedule-cancellation', { cancel_at: '2041-01-01T00:00:00Z' })).toBe(409);
  expect(await read()).toMatchObject({ state: 'cancelled', cancel_at: null });
});

test('a bill that is dated ahead keeps its day when it is finalized', async () => {
  const shop = await createSubscriptionShop();
  const issued_at = '2040-04-01T00:00:00.000Z';
  const items = [{ amount: 10 }];
  const bill = { customer_id: 'cus_abc123', currency: 'usd', items, ...sent, issued_at };
  const { id = '' } = await shop.made('/invoices', bill);
  const finalized = await shop.api('POST', `/invoices/${id}/finalize`);
  expect(finalized).toMatchObject({ status: 'open', issued_at });
});

test('what was never paid for does not begin because its bill is void', async () => {
  const shop = await createSubscriptionShop();
  const { read, billed } = await shop.subscribe({ default_payment_method_id: shop.cards.poor });
  expect(await read()).toMatchObject({ state: 'incomplete' });
  const [bill] = (await billed()) as readonly { readonly id?: string }[];
  await shop.api('POST', `/invoices/${bill?.id ?? ''}/void`);
  expect(await read()).toMatchObject({ state: 'incomplete' });
});

test('with two bills unpaid it is overdue until both are paid', async () => {
  const shop = await createSubscriptionShop();
  const { read, billed } = await shop.subscribe({ ...sent, net_d: 1 });
  await shop.until('2040-03-05T00:00:00Z');
  const bills = (await billed()) as readonly { readonly id?: string }[];
  expect(bills).toHaveLength(2);
  for (const [index, { id = '' }] of bills.entries()) {
    expect([index, await read()]).toMatchObject([index, { state: 'past_due' }]);
    await shop.api('POST', `/invoices/${id}/pay`, { out_of_band: true });
  }
  expect(await read()).toMatchObject({ state: 'active' });
});

test('a period that costs nothing is paid, also where bills are sent', async () => {
  const shop = await createSubscriptionShop();
  const { revise, billed, read } = await shop.subscribe({ collection_method: 'send_invoice' });
  const all = { percent_off: 100, duration: 'forever' };
  await revise({ coupon_id: (await shop.made('/coupons', all)).id });
  await shop.until('2040-02-29T12:00:00Z');
  expect((await billed())[0]).toMatchObject({ status: 'paid', total_amount_atom: 0 });
  expect(await read()).toMatchObject({ state: 'active' });
});

test.each([
  ['its period', {}, '2040-02-29T12:00:00Z', 1],
  ['its free days', { trial_period_days: 10 }, '2040-02-10T12:00:00Z', 0],
  [
    'the wait for its first day',
    { period_start: '2040-02-10T12:00:00Z' },
    '2040-02-10T12:00:00Z',
    0,
  ],
])(
  'what is to be cancelled when %s ends is not billed once more',
  async (_what, terms, end, bills) => {
    const shop = await createSubscriptionShop();
    const { act, billed, read } = await shop.subscribe(terms);
    await act('schedule-cancellation', { cancel_at: end });
    await shop.until(end);
    expect(await read()).toMatchObject({ state: 'cancelled' });
    expect(await billed()).toHaveLength(bills);
  },
);

test('what is to be cancelled when its pause ends does not go on first', async () => {
  const shop = await createSubscriptionShop();
  const { act, billed, read } = await shop.subscribe({});
  await act('pause', { pause_behavior: 'pause_at_end', pause_for_cycles: 1 });
  await shop.until('2040-03-01T12:00:00Z');
  await act('schedule-cancellation', { cancel_at: '2040-03-29T12:00:00Z' });
  await shop.until('2040-03-29T12:00:00Z');
  expect(await read()).toMatchObject({ state: 'cancelled' });
  expect(await billed()).toHaveLength(1);
});

test('what is to be cancelled when its pause ends is not told to go on', async () => {
  const shop = await createSubscriptionShop();
  const { act, read } = await shop.subscribe({});
  await shop.until('2040-02-10T12:00:00Z');
  await act('pause', { pause_for_cycles: 1 });
  await act('schedule-cancellation', { cancel_at: '2040-03-10T12:00:00Z' });
  await shop.until('2040-03-10T12:00:00Z');
  expect(await read()).toMatchObject({ state: 'cancelled' });
  const told = await shop.api('GET', '/events?type=subscription.resumed');
  expect(told).toMatchObject({ total: 0 });
});

test.each([
  ['cancel_unpaid', 'void'],
  ['none', 'open'],
])('of what is cancelled with %s the bills that were sent are %s', async (option, status) => {
  const shop = await createSubscriptionShop();
  const { act, billed, change } = await shop.subscribe(sent);
  const { billed: ofAnother } = await shop.subscribe(sent);
  await change({ proration_behavior: 'always_invoice' });
  await act('cancel', { refund_option: option });
  expect(await billed()).toMatchObject([{ status }, { status }]);
  expect(await ofAnother()).toMatchObject([{ status: 'open' }]);
});

test('a discount that is given to a subscription is used once more', async () => {
  const shop = await createSubscriptionShop();
  const { id: coupon_id } = await shop.made('/coupons', { percent_off: 50, max_redemptions: 1 });
  const [first, second] = [await shop.subscribe({}), await shop.subscribe({})];
  expect(await first.revise({ coupon_id })).toMatchObject({ coupon_id });
  expect(await second.revise({ coupon_id })).toBe(422);
  expect(await shop.api('GET', `/coupons/${coupon_id ?? ''}`)).toMatchObject({ times_redeemed: 1 });
});

test('of a trial that was made longer the merchant hears before its new end, and not before its old one', async () => {
  const shop = await createSubscriptionShop();
  const { revise } = await shop.subscribe({ trial_period_days: 10 });
  await revise({ trial_period_days: 30 });
  const notices = '/events?type=customer.subscription.trial_will_end';
  await shop.until('2040-02-08T12:00:00Z');
  expect(await shop.api('GET', notices)).toMatchObject({ total: 0 });
  await shop.until('2040-02-28T12:00:00Z');
  expect(await shop.api('GET', notices)).toMatchObject({ total: 1 });
});

test('a fixed amount that lasts is taken whole off each bill: of all that was bought, then of each subscription', async () => {
  const shop = await createSubscriptionShop();
  const off = { amount_off_atom: 1000, currency: 'usd', duration: 'forever' };
  const { id: coupon_id } = await shop.made('/coupons', off);
  const yearly = { product_id: 'prod_basic', currency: 'usd', price_type: 'recurring' };
  const { id: price_id } = await shop.made('/prices', {
    ...{ ...yearly, unit_amount_atom: 29_000, billing_interval: 'year' },
  });
  const { id = '' } = await shop.made('/checkout-sessions', {
    ...{ success_url: 'https://shop.example/', return_url: 'https://shop.example/', coupon_id },
    ...{
      customer_id: 'cus_abc123',
      line_items: [shop.price, price_id].map((one) => ({ price_id: one, quantity: 1 })),
    },
  });
  await shop.api('POST', `/checkout-sessions/${id}/complete`, {});
  await shop.until('2041-01-31T12:00:00Z');
  const all = (await shop.api('GET', `/invoices?checkout_session_id=${id}&limit=100`)) as {
    readonly data: readonly { readonly [member: string]: unknown }[];
  };
  const given = all.data.map(({ discount_amount_atom: discount }) => discount);
  expect(given).toEqual(Array.from({ length: 14 }, () => 1000));
});

test('a discount whose months are over is no discount of the subscription any longer, and that is told', async () => {
  const shop = await createSubscriptionShop();
  const half = { percent_off: 50, duration: 'repeating', duration_in_months: 1 };
  const { id: coupon_id } = await shop.made('/coupons', half);
  const { revise, read } = await shop.subscribe({});
  await revise({ coupon_id });
  await shop.until('2040-02-29T12:00:00Z');
  expect(await read()).toMatchObject({ coupon_id });
  await shop.until('2040-03-31T12:00:00Z');
  expect(await read()).toMatchObject({ coupon_id: null });
  const told = await shop.api('GET', '/events?type=customer.subscription.updated&limit=1');
  expect(told).toMatchObject({ data: [{ data: { previous_attributes: { coupon_id } } }] });
});
