import { cards, payButton, payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

const order = (price: string) => ({ line_items: [{ price_id: `price_${price}`, quantity: 1 }] });
const dearer = { ...order('basic'), cascade_line_items: [order('xyz')] };

test('a dearer price is asked for, declined at that price, and another card pays the first one', async ({
  account,
  shop,
}) => {
  const session = await account.createSession(dearer);
  await shop.mount(session);
  const frame = shop.frame();
  await payWith(frame, cards.declined);
  await expect(frame.getByRole('heading', { name: 'Pay a different price?' })).toBeFocused();
  expect(await shop.event('decline')).toMatchObject({
    reason: 'confirmation_required',
    phase: 'ready',
  });
  expect(await account.readSession(session.id)).toMatchObject({ payment_intent_id: null });
  await frame.getByRole('button', { name: 'Pay $20.00', exact: true }).click();
  await expect(frame.getByRole('alert')).toContainText('You have not been charged');
  await expect(payButton(frame)).toHaveText('Pay $20.00');
  expect(await shop.events('complete')).toEqual([]);

  const again = await account.createSession(dearer);
  await shop.mount(again, { name: 'two', target: '#second' });
  const second = shop.frame('#second');
  await payWith(second, cards.declined);
  await second.getByRole('button', { name: 'Use another card for $9.00', exact: true }).click();
  await expect(second.getByLabel('Card number')).toBeFocused();
  await expect(second.getByLabel('Card number')).toHaveValue('');
  await expect(payButton(second)).toHaveText('Pay $9.00');
  await payWith(second);
  await shop.event('complete', 'two');
  expect(await account.readSession(again.id)).toMatchObject({ amount_total_atom: 900 });
});

test('the way back to the shop is open while a dearer price is asked for', async ({
  account,
  page,
  servers,
}) => {
  const session = await account.createSession(dearer);
  await page.goto(session.url);
  await payWith(page, cards.declined);
  await expect(page.getByRole('heading', { name: 'Pay a different price?' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel and return to Alder Press' }).click();
  await page.waitForURL(servers.site.url('shop', '/cart'));
  expect(await account.readSession(session.id)).toMatchObject({ payment_intent_id: null });
});

test('a code that others used up is said with the new total, which is charged only when it is agreed to', async ({
  account,
  page,
}) => {
  await page.route('**/success*', (route) => route.fulfill({ status: 204 }));
  const coupon_id = await account.create('coupons', { percent_off: 20, max_redemptions: 1 });
  await account.create('promotion-codes', { code: 'LAST', coupon_id });
  const session = await account.createSession({ promotion_code: 'LAST' });
  const other = await account.createSession({ promotion_code: 'LAST' });
  await page.goto(session.url);
  await expect(payButton(page)).toHaveText('Pay $39.20');
  await account.settle(other.id, 'complete');
  await payWith(page);
  const note = page.getByRole('alert');
  await expect(note).toBeFocused();
  await expect(note).toContainText('The total has changed');
  await expect(note).toContainText('This code has been used up.');
  await expect(note).toContainText('$39.20');
  expect(await account.readSession(session.id)).toMatchObject({ payment_intent_id: null });
  await expect(payButton(page)).toHaveText('Pay $49.00');
  await payWith(page);
  await expect(page.getByRole('heading', { name: 'Payment complete' })).toBeFocused();
  expect(await account.readSession(session.id)).toMatchObject({ amount_total_atom: 4900 });
});

test('a cheaper price that was charged in its place is said to the cent', async ({
  account,
  page,
}) => {
  await page.route('**/success*', (route) => route.fulfill({ status: 204 }));
  const session = await account.createSession({ cascade_line_items: [order('basic')] });
  await page.goto(session.url);
  await payWith(page, cards.noFunds);
  await expect(page.getByRole('heading', { name: /charged a different price/ })).toBeFocused();
  await expect(page.getByRole('status').first()).toContainText(
    'Your order at $49.00 did not go through. You paid Alder Press $9.00 for this one instead, and nothing else.',
  );
});

test('a card is saved, a trial starts: nothing is charged, and both say so', async ({
  account,
  shop,
}) => {
  await shop.show(await account.createSession({ mode: 'setup', line_items: [] }));
  const frame = shop.frame();
  await frame.getByText('Test cards', { exact: true }).click();
  await expect(frame.getByRole('button', { name: /^4242 4242 4242 4242/ })).toBeVisible();
  await expect(frame.getByRole('button', { name: /Not enough funds/ })).toHaveCount(0);
  await payWith(frame);
  await shop.event('complete');
  await expect(frame.getByRole('heading', { name: 'Your card is saved' })).toBeFocused();

  const coupon_id = await account.create('coupons', { trial_days_off: 14, duration: 'once' });
  const trial = await account.createSession({ ...order('pro_monthly'), coupon_id });
  await shop.mount(trial, { name: 'trial', target: '#second' });
  const second = shop.frame('#second');
  await expect(second.getByRole('heading', { name: /14 days free/ })).toBeVisible();
  await expect(second.getByText(/Unless you cancel before/)).toBeVisible();
  await payWith(second);
  await shop.event('complete', 'trial');
  expect(await account.readSession(trial.id)).toMatchObject({ amount_total_atom: 0 });
});
