import { expect, test } from 'vitest';
import { createAsk, createBillingShop } from './createBillingShop.ts';

/** A shop on 31 January 2040, in which 2900 recur each month, and what its subscriptions come to. */
async function createShop() {
  const shop = await createBillingShop(createAsk(), { unit: 'month', count: 1 }, 2900);
  const { api, made, clock, price: price_id } = shop;
  const monthly = { billing_interval: 'month', items: [{ price_id }] };
  return {
    ...shop,
    subscribe: async (terms: object) => {
      const body = { customer_id: 'cus_abc123', currency: 'usd', ...monthly, ...terms };
      const { id = '', items } = (await made('/subscriptions', body)) as {
        readonly id?: string;
        readonly items?: readonly { readonly id: string }[];
      };
      const item = items?.[0]?.id;
      const path = `/subscriptions/${id}`;
      return {
        read: () => api('GET', path),
        revise: (body: object) => api('PATCH', path, body),
        act: (name: string, body: object = {}) => api('POST', `${path}/${name}`, body),
        /** Twice as many of what recurs, or so many. */
        change: (more: object = {}, quantity = 2) =>
          api('POST', `${path}/change-plan`, {
            items: [{ subscription_item_id: item, quantity }],
            ...more,
          }),
        billed: async () => {
          const all = (await api('GET', '/invoices?limit=100')) as {
            readonly data: readonly { readonly subscription_ids: readonly string[] }[];
          };
          return all.data.filter(({ subscription_ids: ids }) => ids.includes(id));
        },
      };
    },
    until: (now: string) => clock({ now }),
  };
}

const sent = { collection_method: 'send_invoice' };

test('a bill that is sent may stay unpaid for a month, where nothing else was agreed', async () => {
  const shop = await createShop();
  const { billed } = await shop.subscribe(sent);
  expect(await billed()).toMatchObject([{ status: 'open', due_date: '2040-03-01T12:00:00.000Z' }]);
});

test('a plan that is changed in free days is paid from their end on', async () => {
  const shop = await createShop();
  const { change, billed } = await shop.subscribe({ trial_period_days: 10 });
  await shop.until('2040-02-05T12:00:00Z');
  expect(await change()).toMatchObject({ state: 'trialing', carried_amount_atom: 0 });
  await shop.until('2040-02-10T12:00:00Z');
  expect(await billed()).toMatchObject([{ total_amount_atom: 5800, status: 'paid' }]);
});

test('a bill that was sent counts for the rest of its period, paid or not', async () => {
  const shop = await createShop();
  const { change, billed } = await shop.subscribe(sent);
  await shop.until('2040-02-15T00:00:00Z');
  expect(await change()).toMatchObject({ carried_amount_atom: 1450 });
  await shop.until('2040-02-29T12:00:00Z');
  expect(await billed()).toMatchObject([{ total_amount_atom: 7250 }, { total_amount_atom: 2900 }]);
});

test('what a change costs at once is sent, where bills are sent, and no card is charged', async () => {
  const shop = await createShop();
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

test('a change at once takes the place of one that was to come', async () => {
  const shop = await createShop();
  const { change, read } = await shop.subscribe({});
  await change({ effective_at: 'period_end' }, 9);
  await change({ proration_behavior: 'none' }, 3);
  expect(await read()).toMatchObject({ pending_items: null });
  await shop.until('2040-03-01T12:00:00Z');
  expect(await read()).toMatchObject({ amount_total_atom: 8700 });
});

test('without a card of its own a subscription is charged to the one last saved', async () => {
  const shop = await createShop();
  expect(await (await shop.subscribe({})).read()).toMatchObject({
    state: 'active',
    default_payment_method_id: shop.cards.good,
  });
});

test('a card that has expired is charged once before another one is', async () => {
  const shop = await createShop();
  const method = await shop.save('5555555555554444', { exp_month: 2, exp_year: 2040 });
  const { read } = await shop.subscribe({ default_payment_method_id: method });
  await shop.until('2040-03-31T12:00:00Z');
  const failed = await shop.api('GET', '/payment-intents?status=failed');
  expect(failed).toMatchObject({ total: 1, data: [{ decline_code: 'expired_card' }] });
  expect(await read()).toMatchObject({ default_payment_method_id: shop.cards.good });
});

test('a card that was chosen for a bill is charged, and no other one in its place', async () => {
  const shop = await createShop();
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

test('of the end of a trial the merchant hears once, however often it is set to the same', async () => {
  const shop = await createShop();
  const { revise } = await shop.subscribe({ trial_period_days: 10 });
  for (let times = 0; times < 2; times += 1) await revise({ trial_end: '2040-02-12T00:00:00Z' });
  await shop.until('2040-02-12T00:00:00Z');
  const type = 'customer.subscription.trial_will_end';
  expect(await shop.api('GET', `/events?type=${type}`)).toMatchObject({ total: 1 });
});

test('a trial that is paused goes on for the days that were left of it', async () => {
  const shop = await createShop();
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
  const shop = await createShop();
  const { act, read } = await shop.subscribe({});
  await act('pause', { pause_for_cycles: 1 });
  await act('resume');
  await act('pause');
  await shop.until('2040-06-01T00:00:00Z');
  expect(await read()).toMatchObject({ state: 'paused', resumes_at: null });
});

test('what has ended is not to end once more', async () => {
  const shop = await createShop();
  const { act, read } = await shop.subscribe({});
  await act('cancel');
  expect(await act('schedule-cancellation', { cancel_at: '2041-01-01T00:00:00Z' })).toBe(409);
  expect(await read()).toMatchObject({ state: 'cancelled', cancel_at: null });
});

test('a bill that is dated ahead keeps its day when it is finalized', async () => {
  const shop = await createShop();
  const issued_at = '2040-04-01T00:00:00.000Z';
  const items = [{ amount: 10 }];
  const bill = { customer_id: 'cus_abc123', currency: 'usd', items, ...sent, issued_at };
  const { id = '' } = await shop.made('/invoices', bill);
  const finalized = await shop.api('POST', `/invoices/${id}/finalize`);
  expect(finalized).toMatchObject({ status: 'open', issued_at });
});

test('what was never paid for does not begin because its bill is void', async () => {
  const shop = await createShop();
  const { read, billed } = await shop.subscribe({ default_payment_method_id: shop.cards.poor });
  expect(await read()).toMatchObject({ state: 'incomplete' });
  const [bill] = (await billed()) as readonly { readonly id?: string }[];
  await shop.api('POST', `/invoices/${bill?.id ?? ''}/void`);
  expect(await read()).toMatchObject({ state: 'incomplete' });
});

test('the months of a discount are counted from the end of free days', async () => {
  const shop = await createShop();
  const { revise, billed } = await shop.subscribe({});
  const half = { percent_off: 50, duration: 'repeating', duration_in_months: 1 };
  const { id: coupon_id } = await shop.made('/coupons', half);
  await revise({ coupon_id });
  await revise({ trial_end: '2040-04-15T00:00:00Z' });
  await shop.until('2040-05-15T00:00:00Z');
  const totals = [2900, 1450, 2900].map((total_amount_atom) => ({ total_amount_atom }));
  expect(await billed()).toMatchObject(totals);
});

test.each(['once', 'forever'])(
  'a discount that comes in mid-period, %s, makes nothing cheaper that was billed already',
  async (duration) => {
    const shop = await createShop();
    const { revise, change } = await shop.subscribe({});
    await shop.until('2040-02-15T00:00:00Z');
    const { id: coupon_id } = await shop.made('/coupons', { percent_off: 50, duration });
    await revise({ coupon_id });
    expect(await change({}, 1)).toMatchObject({ carried_amount_atom: 0 });
    expect(await change()).toMatchObject({ carried_amount_atom: 1450, coupon_id });
  },
);

test('a discount that the next bill is to have is none on the one before', async () => {
  const shop = await createShop();
  const { id: coupon_id } = await shop.made('/coupons', { percent_off: 50, duration: 'once' });
  const { revise, change } = await shop.subscribe({});
  await revise({ coupon_id });
  expect(await change({}, 1)).toMatchObject({ carried_amount_atom: 0, coupon_id });
});

test('the bill of a change that is taken back counts no longer', async () => {
  const shop = await createShop();
  const { change, billed } = await shop.subscribe(sent);
  await change({ proration_behavior: 'always_invoice' }, 3);
  const [bill] = (await billed()) as readonly { readonly id?: string }[];
  await shop.api('POST', `/invoices/${bill?.id ?? ''}/void`);
  expect(await change({}, 3)).toMatchObject({ carried_amount_atom: 5800 });
});

test('what is cancelled while it stands still is to go on at no time', async () => {
  const shop = await createShop();
  const { act, read } = await shop.subscribe({});
  await act('pause', { pause_for_cycles: 1 });
  await act('cancel');
  const ended = { state: 'cancelled', resumes_at: null, cancel_at: null };
  expect(await read()).toMatchObject(ended);
  await shop.until('2040-06-01T00:00:00Z');
  expect(await read()).toMatchObject(ended);
});

test('free days end later than now', async () => {
  const shop = await createShop();
  const { revise, read } = await shop.subscribe({});
  expect(await revise({ trial_end: '2040-01-31T12:00:00Z' })).toBe(422);
  expect(await read()).toMatchObject({ state: 'active', trial_end: null });
  expect(await revise({ trial_end: '2040-01-31T12:00:00.001Z' })).toMatchObject({
    state: 'trialing',
  });
});

test('with two bills unpaid it is overdue until both are paid', async () => {
  const shop = await createShop();
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

test('after a pause its periods are counted from when it went on', async () => {
  const shop = await createShop();
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

const half = { percent_off: 50, duration: 'forever' };

test.each([
  ['taken away', undefined],
  ['replaced', { percent_off: 20, duration: 'forever' }],
])(
  'a period that was billed with a discount keeps it when that is %s, deleted and all',
  async (_how, given) => {
    const shop = await createShop();
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
  const shop = await createShop();
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

test('what fell due during a pause is overdue when it goes on', async () => {
  const shop = await createShop();
  const { act, billed, read } = await shop.subscribe({ ...sent, net_d: 1 });
  await act('pause');
  await shop.until('2040-02-05T12:00:00Z');
  expect(await act('resume')).toMatchObject({ state: 'past_due' });
  const [bill] = (await billed()) as readonly { readonly id?: string }[];
  await shop.api('POST', `/invoices/${bill?.id ?? ''}/pay`, { out_of_band: true });
  expect(await read()).toMatchObject({ state: 'active' });
});

test('a month of discount is that of the first bill after free days that were paused', async () => {
  const shop = await createShop();
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

test('what was given for a bill that is then taken back is charged, and is no discount', async () => {
  const shop = await createShop();
  const { change, billed } = await shop.subscribe(sent);
  const now = { proration_behavior: 'always_invoice' };
  await change(now, 3);
  expect(await change(now, 1)).toMatchObject({ carried_amount_atom: -5800 });
  const [bill] = (await billed()) as readonly { readonly id?: string }[];
  await shop.api('POST', `/invoices/${bill?.id ?? ''}/void`);
  await change(now, 1);
  const amounts = { subtotal_amount_atom: 5800, discount_amount_atom: 0, total_amount_atom: 5800 };
  expect((await billed())[0]).toMatchObject(amounts);
});
