import { expect, test } from 'vitest';
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
