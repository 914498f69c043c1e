import { paymentKeys } from '../harness/faults/paymentKeys.ts';
import { cards, fillCard, payButton, payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

test('a card pays inline and the merchant hears it once, confirmed by the API (4: 11, 12, 16, 50)', async ({
  account,
  session,
  shop,
}) => {
  await shop.mount(session);
  await expect(payButton(shop.frame())).toHaveText('Pay $49.00');
  expect(await shop.event('ready')).toMatchObject({ session: session.id, state: 'open' });
  await payWith(shop.frame());
  expect(await shop.event('complete')).toMatchObject({ state: 'completed', verified: 'api' });
  expect(await shop.outcome()).toMatchObject({ outcome: 'completed', verified: 'api' });
  await expect(shop.frame().getByRole('heading', { name: 'Payment complete' })).toBeVisible();
  // A busy machine may have been slow to load it.
  const told = (await shop.events()).filter(
    ({ type, code }) => type !== 'resize' && code !== 'slow',
  );
  expect(told.map(({ type }) => type)).toEqual(['ready', 'submit', 'processing', 'complete']);
  expect(await account.readSession(session.id)).toMatchObject({ state: 'completed' });
});

test('after the payment the tab goes to success_url with the session id filled in', async ({
  page,
  servers,
  session,
  shop,
}) => {
  await shop.mount(session, { redirect: 'auto' });
  await payWith(shop.frame());
  await page.waitForURL(servers.site.url('shop', `/success?session_id=${session.id}`));
});

test('a declined card says why, charges nothing, and another card pays', async ({
  account,
  session,
  shop,
}) => {
  await shop.mount(session);
  const frame = shop.frame();
  await payWith(frame, cards.declined);
  await expect(frame.getByRole('alert')).toContainText('You have not been charged');
  expect(await shop.event('decline')).toMatchObject({
    reason: 'declined',
    declineCode: 'generic_decline',
    phase: 'ready',
  });
  expect(await account.readSession(session.id)).toMatchObject({ state: 'open' });
  await frame.getByRole('button', { name: 'Use another card' }).click();
  await expect(frame.getByLabel('Card number')).toBeFocused();
  await expect(frame.getByLabel('Card number')).toHaveValue('');
  await expect(frame.getByLabel('Email')).toHaveValue('robin@alder.example');
  await payWith(frame, cards.mastercard);
  await shop.event('complete');
  expect(await shop.events('complete')).toHaveLength(1);
});

const declines = [
  [cards.noFunds, 'insufficient_funds', /not enough funds/],
  [cards.expired, 'expired_card', /This card has expired/],
  [cards.wrongCode, 'incorrect_cvc', /The security code is not right/],
] as const;

test('each decline tells the shopper what to do, and an American Express card pays after all', async ({
  session,
  shop,
}) => {
  await shop.mount(session);
  for (const [number, , text] of declines) {
    await payWith(shop.frame(), number);
    await expect(shop.frame().getByText(text)).toBeVisible();
  }
  const heard = (await shop.events('decline')).map(({ declineCode }) => declineCode);
  expect(heard).toEqual(declines.map(([, code]) => code));
  await payWith(shop.frame(), cards.amex);
  await shop.event('complete');
});

test('a number that fails the Luhn check and one that is no test card are refused in words', async ({
  account,
  session,
  shop,
}) => {
  await shop.mount(session);
  await payWith(shop.frame(), '4242424242424241');
  await expect(shop.frame().getByText('This card number is not valid')).toBeVisible();
  await payWith(shop.frame(), '4111111111111111');
  await expect(shop.frame().getByText(/Use a test card/)).toBeVisible();
  expect(await account.readSession(session.id)).toMatchObject({ state: 'open' });
});

test('a promotion code lowers the amount on the button, in the event and in the charge, and can be taken back', async ({
  account,
  session,
  shop,
}) => {
  await shop.show(session);
  const frame = shop.frame();
  await frame.getByRole('button', { name: 'Add a promotion code' }).click();
  await frame.getByLabel('Promotion code', { exact: true }).fill('nonsense');
  await frame.getByRole('button', { name: 'Apply' }).click();
  await expect(frame.getByText('This code is not valid')).toBeVisible();
  await frame.getByLabel('Promotion code', { exact: true }).fill('save20');
  await frame.getByRole('button', { name: 'Apply' }).click();
  await expect(payButton(frame)).toHaveText('Pay $39.20');
  expect(await shop.event('change')).toMatchObject({
    currency: 'usd',
    amount_discount_atom: 980,
    amount_total_atom: 3920,
  });
  await frame.getByRole('button', { name: 'Remove promotion code SAVE20' }).click();
  await expect(payButton(frame)).toHaveText('Pay $49.00');
  await frame.getByRole('button', { name: 'Add a promotion code' }).click();
  await frame.getByLabel('Promotion code', { exact: true }).fill('SAVE20');
  // Whoever typed a code counts on it: Pay applies it, and is pressed again for the price that it makes.
  await payWith(frame);
  await expect(payButton(frame)).toHaveText('Pay $39.20');
  expect(await shop.events('submit')).toEqual([]);
  await payWith(frame);
  await shop.event('complete');
  expect(await account.readSession(session.id)).toMatchObject({ amount_total_atom: 3920 });
});

test('an order of zero asks for no card, and a recurring price says so before it is paid', async ({
  account,
  shop,
}) => {
  await shop.show(await account.createSession({ customer_id: 'cus_abc123', line_items: [] }));
  await shop.frame().getByRole('button', { name: 'Complete order' }).click();
  await shop.event('complete');
  await expect(shop.frame().getByLabel('Card number')).toHaveCount(0);
  const line_items = [{ price_id: 'price_pro_monthly', quantity: 1 }];
  await shop.mount(await account.createSession({ line_items }), { name: 'two', target: '#second' });
  const frame = shop.frame('#second');
  await expect(payButton(frame)).toHaveText('Subscribe for $29.00 per month');
  await expect(frame.getByText(/By subscribing you allow Alder Press/)).toBeVisible();
  await payWith(frame);
  await shop.event('complete', 'two');
});

test('a double click on Pay charges once', async ({ page, session, shop }) => {
  await shop.mount(session);
  const keys = paymentKeys(page);
  await fillCard(shop.frame());
  await payButton(shop.frame()).dblclick();
  await shop.event('complete');
  expect(keys).toHaveLength(1);
});
