import { expect, test } from 'vitest';
import { z } from 'zod';
import { createSubscriptionShop } from './createSubscriptionShop.ts';

const sent = { collection_method: 'send_invoice' };
const atOnce = { proration_behavior: 'always_invoice' };

/** Somebody who was sent a bill for one, and one for three; whose latest bill can be taken back. */
async function createBilled() {
  const shop = await createSubscriptionShop();
  const subscription = await shop.subscribe(sent);
  const { change, billed } = subscription;
  const takeBack = async () => {
    const [bill] = (await billed()) as readonly { readonly id?: string }[];
    await shop.api('POST', `/invoices/${bill?.id ?? ''}/void`);
  };
  await change(atOnce, 3);
  return { ...subscription, shop, takeBack };
}

test('the bill of a change that is taken back counts no longer', async () => {
  const { change, takeBack } = await createBilled();
  await takeBack();
  expect(await change({}, 3)).toMatchObject({ carried_amount_atom: 5800 });
});

test('what was given for a bill that is then taken back is given no longer, and is no discount', async () => {
  const { change, billed, takeBack } = await createBilled();
  expect(await change(atOnce, 1)).toMatchObject({ carried_amount_atom: -5800 });
  await takeBack();
  expect(await change(atOnce, 1)).toMatchObject({ carried_amount_atom: 0 });
  expect(await billed()).toHaveLength(2);
});

test('what was given for a bill that is then taken back does not pay the next one', async () => {
  const { change, billed, read, takeBack, shop } = await createBilled();
  await change({}, 1);
  await takeBack();
  expect(await read()).toMatchObject({ carried_amount_atom: 0 });
  await shop.until('2040-02-29T12:00:00Z');
  expect((await billed())[0]).toMatchObject({ discount_amount_atom: 0, total_amount_atom: 2900 });
});

test('of a bill that is taken back stays what a credit had paid of it', async () => {
  const { change, billed, takeBack } = await createBilled();
  await change(atOnce, 2);
  expect(await change(atOnce, 4)).toMatchObject({ carried_amount_atom: 0 });
  expect((await billed())[0]).toMatchObject({ total_amount_atom: 2900, status: 'open' });
  await takeBack();
  // Three had been billed; the credit was for one of them.
  expect(await change(atOnce, 3)).toMatchObject({ carried_amount_atom: 0 });
  expect(await billed()).toHaveLength(3);
});

test('a debt that was on a bill that is taken back was never paid, and gives nothing back', async () => {
  const { change, takeBack } = await createBilled();
  expect(await change({}, 4)).toMatchObject({ carried_amount_atom: 2900 });
  expect(await change(atOnce, 5)).toMatchObject({ carried_amount_atom: 0 });
  await takeBack();
  expect(await change({}, 3)).toMatchObject({ carried_amount_atom: 0 });
});

test('a debt that is less than it was when it comes on a bill leaves with it what it was for', async () => {
  const { change, billed, takeBack } = await createBilled();
  await change({}, 6);
  expect(await change({}, 4)).toMatchObject({ carried_amount_atom: 2900 });
  await change(atOnce, 4);
  expect((await billed())[0]).toMatchObject({ total_amount_atom: 2900 });
  await takeBack();
  expect(await change({}, 3)).toMatchObject({ carried_amount_atom: 0 });
});

test('a debt that a credit has taken the place of is on no bill', async () => {
  const { change, takeBack } = await createBilled();
  await change({}, 4);
  await change({}, 2);
  expect(await change(atOnce, 4)).toMatchObject({ carried_amount_atom: 0 });
  await takeBack();
  expect(await change({}, 3)).toMatchObject({ carried_amount_atom: 0 });
});

test.each([
  ['what a credit had paid of it stays paid', 2, 4350, 4350],
  ['a debt from before is on no other', 4, 13_050, 11_600],
])('when the bill of a period is taken back, %s', async (_what, quantity, total, carried) => {
  const { change, billed, takeBack, shop } = await createBilled();
  await shop.until('2040-02-15T00:00:00Z');
  await change({}, quantity);
  await shop.until('2040-02-29T12:00:00Z');
  expect((await billed())[0]).toMatchObject({ total_amount_atom: total, status: 'open' });
  await takeBack();
  expect(await change({}, quantity)).toMatchObject({ carried_amount_atom: carried });
});

test.each(['void', 'mark-uncollectible'])(
  'what free days were given for is no credit when its bill was never paid: %s',
  async (end) => {
    const { revise, read, billed, shop } = await createBilled();
    expect(await revise({ trial_period_days: 30 })).toMatchObject({ carried_amount_atom: -8700 });
    for (const { id } of (await billed()) as readonly { readonly id?: string }[]) {
      await shop.api('POST', `/invoices/${id ?? ''}/${end}`);
    }
    expect(await read()).toMatchObject({ state: 'trialing', carried_amount_atom: 0 });
  },
);

/** Somebody who has paid for two, was sent a bill for two more, and has a credit since: of both, or of the one that was paid. */
async function createOwing(quantity: number) {
  const shop = await createSubscriptionShop();
  const items = [{ price_id: shop.price, quantity: 2 }];
  const subscription = await shop.subscribe({ items });
  const { revise, change, billed, read } = subscription;
  await revise(sent);
  await change(atOnce, 4);
  await shop.until('2040-02-07T18:00:00Z');
  const [bill] = (await billed()) as readonly { readonly id?: string }[];
  expect(await change({}, quantity)).toMatchObject({ carried_amount_atom: 2175 * (quantity - 4) });
  const end = (how: string) => shop.api('POST', `/invoices/${bill?.id ?? ''}/${how}`);
  return {
    ...subscription,
    shop,
    end,
    carried: async () =>
      z.looseObject({ carried_amount_atom: z.int() }).parse(await read()).carried_amount_atom,
  };
}

test.each([
  [1, -2175, '2040-02-07T18:00:00Z'],
  [1, -2175, '2040-02-22T12:00:00Z'],
  [3, 0, '2040-02-22T12:00:00Z'],
])(
  'what a bill gave when the plan became cheaper is what goes with it, whenever it is taken back: %i, %i, %s',
  async (quantity, left, now) => {
    const { end, carried, shop } = await createOwing(quantity);
    await shop.until(now);
    await end('void');
    expect(await carried()).toBe(left);
  },
);

test('what a bill gave for free days goes with it, and the rest is paid out', async () => {
  const { revise, change, act, end, carried, shop } = await createOwing(4);
  await revise({ trial_period_days: 30 });
  expect(await carried()).toBe(-8700);
  await end('void');
  expect(await carried()).toBe(-4350);
  expect(await change({}, 3)).toMatchObject({ carried_amount_atom: -4350 });
  await act('cancel', { refund_option: 'prorated' });
  expect(await shop.api('GET', '/payments/refunds')).toMatchObject({
    data: [{ amount_atom: 4350 }],
  });
});

test('what was taken with a bill that was given up is there again once it is paid, and goes once', async () => {
  const { end, carried, shop } = await createOwing(1);
  await shop.until('2040-02-22T12:00:00Z');
  await end('mark-uncollectible');
  expect(await carried()).toBe(-2175);
  await end('pay');
  expect(await carried()).toBe(-6525);
});

test('a bill that is given up and then void takes once what it gave', async () => {
  const { end, carried } = await createOwing(1);
  await end('mark-uncollectible');
  await end('void');
  expect(await carried()).toBe(-2175);
});

test('a card that is declined, and a cent that goes back, take nothing of a credit that is older than a gift', async () => {
  const { billed, change, carried, revise, shop } = await createOwing(1);
  await change({ proration_behavior: 'none' }, 6);
  await revise({
    collection_method: 'charge_automatically',
    default_payment_method_id: shop.cards.poor,
  });
  expect(await change(atOnce, 9)).toBe(402);
  expect(await carried()).toBe(-6525);
  const [, , first] = (await billed()) as readonly { readonly id?: string }[];
  await shop.made('/payments/refunds', { invoice_id: first?.id, amount_atom: 1 });
  expect(await carried()).toBe(-6525);
});
