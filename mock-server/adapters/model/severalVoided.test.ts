import { expect, test } from 'vitest';
import { createSubscriptionShop } from './createSubscriptionShop.ts';

const atOnce = { proration_behavior: 'always_invoice' };

/** Somebody who was sent a bill for three, and whose bills can be taken back: the latest has the age 0. */
async function createBilled() {
  const shop = await createSubscriptionShop();
  const items = [{ price_id: shop.price, quantity: 3 }];
  const subscription = await shop.subscribe({ collection_method: 'send_invoice', items });
  const takeBack = async (age: number) => {
    const bills = (await subscription.billed()) as readonly { readonly id?: string }[];
    await shop.api('POST', `/invoices/${bills[age]?.id ?? ''}/void`);
  };
  return { ...subscription, shop, takeBack };
}

test('when every bill is taken back, the next change costs what its plan does, and not more', async () => {
  const { change, takeBack, shop } = await createBilled();
  await change(atOnce, 6);
  await takeBack(0);
  await shop.until('2040-02-02T15:00:00Z');
  expect(await change(atOnce, 2)).toMatchObject({ carried_amount_atom: -2688 });
  await takeBack(1);
  expect(await change({}, 4)).toMatchObject({ carried_amount_atom: 10750 });
});

test('nor more when a credit that came of one of them had paid for a change', async () => {
  const { change, takeBack } = await createBilled();
  await change({}, 1);
  expect(await change(atOnce, 3)).toMatchObject({ carried_amount_atom: 0 });
  await change(atOnce, 5);
  await takeBack(1);
  expect(await change({}, 1)).toMatchObject({ carried_amount_atom: -2900 });
  await takeBack(0);
  expect(await change({}, 2)).toMatchObject({ carried_amount_atom: 5800 });
});

test('what was used of a change that waits stays owed, and is no discount below zero', async () => {
  const { change, takeBack, billed, shop } = await createBilled();
  await change({}, 6);
  await shop.until('2040-02-02T15:00:00Z');
  expect(await change({}, 1)).toMatchObject({ carried_amount_atom: -4737 });
  await takeBack(0);
  await change(atOnce, 3);
  // Three for the rest, and for two days three more.
  const owed = { subtotal_amount_atom: 8063 + 638, discount_amount_atom: 0 };
  expect((await billed())[0]).toMatchObject(owed);
});
