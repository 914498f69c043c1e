import { expect, test } from 'vitest';
import { z } from 'zod';
import { createSubscriptionShop } from './createSubscriptionShop.ts';

/** Somebody who was sent a bill for so many, and has one since the middle of the month. */
async function createGivenUp(quantity: number) {
  const shop = await createSubscriptionShop();
  const items = [{ price_id: shop.price, quantity }];
  const sent = { collection_method: 'send_invoice', net_d: 200 };
  const subscription = await shop.subscribe({ ...sent, items });
  const { billed, change, read } = subscription;
  const [first] = (await billed()) as readonly { readonly id?: string }[];
  await shop.until('2040-02-15T00:00:00Z');
  await change({}, 1);
  return {
    ...subscription,
    shop,
    id: first?.id,
    giveUp: () => shop.api('POST', `/invoices/${first?.id ?? ''}/mark-uncollectible`),
    pay: () => shop.api('POST', `/invoices/${first?.id ?? ''}/pay`, { out_of_band: true }),
    carried: async () =>
      z.looseObject({ carried_amount_atom: z.int() }).parse(await read()).carried_amount_atom,
  };
}

test('who pays a bill after it was given up has its credit again, in a later period, too', async () => {
  const { giveUp, pay, carried, billed, shop } = await createGivenUp(3);
  expect(await carried()).toBe(-2900);
  await giveUp();
  await shop.until('2040-03-31T12:00:00Z');
  expect(await carried()).toBe(0);
  await pay();
  expect(await carried()).toBe(-2900);
  await shop.until('2040-04-30T12:00:00Z');
  expect((await billed())[0]).toMatchObject({ discount_amount_atom: 2900, total_amount_atom: 0 });
  expect(await carried()).toBe(0);
});

test('as much of it as had paid for nothing yet when it was given up', async () => {
  const { giveUp, pay, carried, billed, shop } = await createGivenUp(4);
  await shop.until('2040-02-29T12:00:00Z');
  expect((await billed())[0]).toMatchObject({ discount_amount_atom: 2900, total_amount_atom: 0 });
  expect(await carried()).toBe(-1450);
  await giveUp();
  await shop.until('2040-03-31T12:00:00Z');
  await pay();
  expect(await carried()).toBe(-1450);
});

test('and a cancellation that gives back pays it out, by that bill', async () => {
  const { giveUp, pay, act, shop } = await createGivenUp(3);
  await giveUp();
  await shop.until('2040-02-29T12:00:00Z');
  await pay();
  await act('cancel', { refund_option: 'prorated' });
  // The new period has only begun: what is not used of it is what is owed for it.
  expect(await shop.api('GET', '/payments/refunds')).toMatchObject({
    data: [{ amount_atom: 2900, refunded_out_of_band: true }],
  });
});

test('and nothing of it is lost beside a credit that was there all the time', async () => {
  const shop = await createSubscriptionShop();
  const items = [{ price_id: shop.price, quantity: 4 }];
  const { billed, change, read, revise } = await shop.subscribe({ items });
  await revise({ collection_method: 'send_invoice' });
  await change({ proration_behavior: 'always_invoice' }, 6);
  const [bill] = (await billed()) as readonly { readonly id?: string }[];
  await shop.until('2040-02-07T18:00:00Z');
  expect(await change({}, 1)).toMatchObject({ carried_amount_atom: -5 * 2175 });
  await shop.api('POST', `/invoices/${bill?.id ?? ''}/mark-uncollectible`);
  await shop.until('2040-02-29T12:00:00Z');
  expect(await read()).toMatchObject({ carried_amount_atom: -3 * 2175 + 2900 });
  await shop.api('POST', `/invoices/${bill?.id ?? ''}/pay`, { out_of_band: true });
  expect(await change({}, 1)).toMatchObject({ carried_amount_atom: -5 * 2175 + 2900 });
});

test('which is of what was paid for that bill, and not more', async () => {
  const { giveUp, pay, carried, id: invoice_id, shop } = await createGivenUp(3);
  await giveUp();
  await pay();
  const refunded_out_of_band = true;
  await shop.made('/payments/refunds', { invoice_id, amount_atom: 8000, refunded_out_of_band });
  expect(await carried()).toBe(-700);
});
