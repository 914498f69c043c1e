import { expect, test } from 'vitest';
import { createSubscriptionShop } from './createSubscriptionShop.ts';

const sent = { collection_method: 'send_invoice' };

test('of the end of a trial the merchant hears once, however often it is set to the same', async () => {
  const shop = await createSubscriptionShop();
  const custom_fields = { tier: 'team' };
  const { revise } = await shop.subscribe({ trial_period_days: 10, custom_fields });
  for (let times = 0; times < 2; times += 1) await revise({ trial_end: '2040-02-12T00:00:00Z' });
  await shop.until('2040-02-12T00:00:00Z');
  const type = 'customer.subscription.trial_will_end';
  const told = { total: 1, data: [{ data: { object: { custom_fields } } }] };
  expect(await shop.api('GET', `/events?type=${type}`)).toMatchObject(told);
});

test('a trial that is paused goes on for the days that were left of it', async () => {
  const shop = await createSubscriptionShop();
  const { act, read } = await shop.subscribe({ trial_period_days: 10 });
  await shop.until('2040-02-04T12:00:00Z');
  await act('pause');
  await shop.until('2040-03-01T12:00:00Z');
  await act('resume');
  const end = '2040-03-07T12:00:00.000Z';
  expect(await read()).toMatchObject({
    ...{ state: 'trialing', trial_end: end, current_period_end: end },
  });
  await shop.until(end);
  expect(await read()).toMatchObject({ state: 'active' });
});

test('a pause without an end is not ended by one that was to end', async () => {
  const shop = await createSubscriptionShop();
  const { act, read } = await shop.subscribe({});
  await act('pause', { pause_for_cycles: 1 });
  await act('resume');
  await act('pause');
  await shop.until('2040-06-01T00:00:00Z');
  expect(await read()).toMatchObject({ state: 'paused', resumes_at: null });
});

test('the months of a discount are counted from the end of free days', async () => {
  const shop = await createSubscriptionShop();
  const { revise, billed } = await shop.subscribe({});
  const half = { percent_off: 50, duration: 'repeating', duration_in_months: 1 };
  const { id: coupon_id } = await shop.made('/coupons', half);
  // Nothing is left of the period any more that would be to the customer's credit.
  await shop.until('2040-02-29T11:59:59.999Z');
  await revise({ coupon_id });
  await revise({ trial_end: '2040-04-15T00:00:00Z' });
  await shop.until('2040-05-15T00:00:00Z');
  const totals = [2900, 1450, 2900].map((total_amount_atom) => ({ total_amount_atom }));
  expect(await billed()).toMatchObject(totals);
});

test('what is cancelled while it stands still is to go on at no time', async () => {
  const shop = await createSubscriptionShop();
  const { act, read } = await shop.subscribe({});
  await act('pause', { pause_for_cycles: 1 });
  await act('cancel');
  const ended = { state: 'cancelled', resumes_at: null, cancel_at: null };
  expect(await read()).toMatchObject(ended);
  await shop.until('2040-06-01T00:00:00Z');
  expect(await read()).toMatchObject(ended);
});

test('a month of discount that is given in free days is that of the first bill after them', async () => {
  const shop = await createSubscriptionShop();
  const { revise, billed } = await shop.subscribe({ trial_period_days: 60 });
  const month = { percent_off: 50, duration: 'repeating', duration_in_months: 1 };
  await revise({ coupon_id: (await shop.made('/coupons', month)).id });
  await shop.until('2040-05-05T12:00:00Z');
  expect(await billed()).toMatchObject([{ total_amount_atom: 2900 }, { total_amount_atom: 1450 }]);
});

test('free days that stand still before their end take no month of a discount', async () => {
  const shop = await createSubscriptionShop();
  const { revise, act, billed } = await shop.subscribe({ trial_period_days: 10 });
  const month = { percent_off: 50, duration: 'repeating', duration_in_months: 1 };
  await act('pause', { pause_behavior: 'pause_at_end' });
  await shop.until('2040-03-01T12:00:00Z');
  await revise({ coupon_id: (await shop.made('/coupons', month)).id });
  await shop.until('2040-06-01T12:00:00Z');
  await act('resume');
  await shop.until('2040-07-01T12:00:00Z');
  expect(await billed()).toMatchObject([{ total_amount_atom: 2900 }, { total_amount_atom: 1450 }]);
});

test('free days neither use the months of a discount up nor begin them again', async () => {
  const shop = await createSubscriptionShop();
  const { revise, billed } = await shop.subscribe({ trial_period_days: 1 });
  const months = { percent_off: 50, duration: 'repeating', duration_in_months: 3 };
  await revise({ coupon_id: (await shop.made('/coupons', months)).id });
  await shop.until('2040-03-01T12:00:00Z');
  // The second bill has just been paid, and is to the customer's credit.
  await revise({ trial_end: '2040-08-31T12:00:00Z' });
  await shop.until('2040-10-31T12:00:00Z');
  const discounts = [0, 1450, 2900, 1450, 1450];
  expect(await billed()).toMatchObject(
    discounts.map((discount_amount_atom) => ({ discount_amount_atom })),
  );
});

const creditOf = { subtotal_amount_atom: 2900, total_amount_atom: 1450 };

test.each([
  ['shorter', 5, '2040-02-20T00:00:00Z'],
  ['longer', 30, '2040-03-16T00:00:00Z'],
])(
  'of free days %s than a paid period the rest of it is to their credit',
  async (_how, days, end) => {
    const shop = await createSubscriptionShop();
    const { revise, billed } = await shop.subscribe({});
    await shop.until('2040-02-15T00:00:00Z');
    expect(await revise({ trial_period_days: days })).toMatchObject({
      state: 'trialing',
      current_period_start: '2040-02-15T00:00:00.000Z',
      carried_amount_atom: -1450,
    });
    await shop.until(end);
    expect((await billed())[0]).toMatchObject(creditOf);
  },
);

test('a cancellation in free days gives back what was left of the paid period before them, once', async () => {
  const shop = await createSubscriptionShop();
  const { revise, act } = await shop.subscribe({});
  await shop.until('2040-02-15T00:00:00Z');
  for (let times = 0; times < 2; times += 1) await revise({ trial_period_days: 30 });
  await shop.until('2040-02-28T00:00:00Z');
  const ended = await act('cancel', { refund_option: 'prorated' });
  expect(ended).toMatchObject({ state: 'cancelled', carried_amount_atom: 0 });
  const refunds = await shop.api('GET', '/payments/refunds');
  expect(refunds).toMatchObject({ data: [{ amount_atom: 1450 }] });
});

test('free days that take the place of a changed plan leave what the change was to cost', async () => {
  const shop = await createSubscriptionShop();
  const { change, revise } = await shop.subscribe({});
  await shop.until('2040-02-15T00:00:00Z');
  expect(await change()).toMatchObject({ carried_amount_atom: 1450 });
  expect(await revise({ trial_period_days: 5 })).toMatchObject({ carried_amount_atom: -1450 });
});

test('free days end later than now', async () => {
  const shop = await createSubscriptionShop();
  const { revise, read } = await shop.subscribe({});
  expect(await revise({ trial_end: '2040-01-31T12:00:00Z' })).toBe(422);
  expect(await read()).toMatchObject({ state: 'active', trial_end: null });
  expect(await revise({ trial_end: '2040-01-31T12:00:00.001Z' })).toMatchObject({
    state: 'trialing',
  });
});

test('after a pause its periods are counted from when it went on', async () => {
  const shop = await createSubscriptionShop();
  const { act, read } = await shop.subscribe({});
  await shop.until('2040-04-15T12:00:00Z');
  await act('pause');
  await shop.until('2040-05-01T12:00:00Z');
  await act('resume');
  const ends = ['2040-05-16T12:00:00.000Z', '2040-06-16T12:00:00.000Z', '2040-07-16T12:00:00.000Z'];
  for (const end of ends) {
    expect(await read()).toMatchObject({ current_period_end: end });
    await shop.until(end);
  }
});

test('what fell due during a pause is overdue when it goes on', async () => {
  const shop = await createSubscriptionShop();
  const { act, billed, read } = await shop.subscribe({ ...sent, net_d: 1 });
  await act('pause');
  await shop.until('2040-02-05T12:00:00Z');
  expect(await act('resume')).toMatchObject({ state: 'past_due' });
  const [bill] = (await billed()) as readonly { readonly id?: string }[];
  await shop.api('POST', `/invoices/${bill?.id ?? ''}/pay`, { out_of_band: true });
  expect(await read()).toMatchObject({ state: 'active' });
});

test('a month of discount is that of the first bill after free days that were paused', async () => {
  const shop = await createSubscriptionShop();
  const { revise, act, billed } = await shop.subscribe({ trial_period_days: 10 });
  const coupon = { percent_off: 50, duration: 'repeating', duration_in_months: 1 };
  const { id: coupon_id } = await shop.made('/coupons', coupon);
  await revise({ coupon_id });
  await revise({ trial_period_days: 10 });
  await act('pause');
  await shop.until('2040-05-01T12:00:00Z');
  await act('resume');
  await shop.until('2040-06-20T12:00:00Z');
  expect(await billed()).toMatchObject([{ total_amount_atom: 2900 }, { total_amount_atom: 1450 }]);
});
