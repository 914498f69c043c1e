import { fileURLToPath } from 'node:url';
import { optionsFor } from '../harness/optionsFor.ts';
import { cards, fillCard, payButton, payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

const scriptTag = fileURLToPath(new URL('../../dist/paymentkit.global.js', import.meta.url));

const cancelName = 'Cancel and return to Alder Press';

test('Cancel ends the checkout on the page, uncharged, and tells the merchant', async ({
  account,
  session,
  shop,
}) => {
  await shop.show(session);
  await shop.frame().getByRole('button', { name: cancelName }).click();
  await shop.event('cancel');
  expect(await shop.outcome()).toMatchObject({ outcome: 'canceled', reason: 'page' });
  await expect(shop.frame().getByRole('heading', { name: 'Checkout canceled' })).toBeVisible();
  expect(await shop.phase()).toBe('canceled');
  expect(await account.readSession(session.id)).toMatchObject({ state: 'open' });
});

test('Cancel goes to return_url when the merchant leaves redirects on', async ({
  page,
  servers,
  session,
  shop,
}) => {
  await shop.show(session, { redirect: 'auto' });
  await shop.frame().getByRole('button', { name: cancelName }).click();
  await page.waitForURL(servers.site.url('shop', '/cart'));
});

test('a session that expired before it is mounted is an expire event and a page that says so (4: 40; fault 6)', async ({
  account,
  session,
  shop,
}) => {
  await account.advance('25h');
  await shop.mount(session);
  await shop.event('expire');
  expect(await shop.outcome()).toMatchObject({ outcome: 'expired' });
  await expect(shop.frame().getByText('This checkout has expired')).toBeVisible();
  expect(await shop.events('error')).toEqual([]);
});

test('a session that expires while the form is open charges nothing', async ({
  account,
  session,
  shop,
}) => {
  await shop.mount(session);
  await fillCard(shop.frame());
  await account.advance('25h');
  await payButton(shop.frame()).click();
  await shop.event('expire');
  await expect(shop.frame().getByText('This checkout has expired')).toBeVisible();
  expect(await account.readSession(session.id)).toMatchObject({
    state: 'expired',
    payment_intent_id: null,
  });
});

test('a session that is completed already is complete at once', async ({
  account,
  session,
  shop,
}) => {
  await account.settle(session.id, 'complete');
  await shop.mount(session);
  expect(await shop.event('complete')).toMatchObject({ session: session.id, verified: 'api' });
  expect(await shop.events('complete')).toHaveLength(1);
});

test('a payment in one window ends the checkout in another', async ({ session, shop }) => {
  await shop.mount(session, { name: 'one' });
  await shop.mount(session, { name: 'two', target: '#second' });
  await shop.event('ready', 'one');
  await shop.event('ready', 'two');
  await payWith(shop.frame('#checkout'));
  await shop.event('complete', 'one');
  await fillCard(shop.frame('#second'));
  await payButton(shop.frame('#second')).click();
  await shop.event('complete', 'two');
  await expect(shop.frame('#second').getByText('This order is already paid')).toBeVisible();
  expect(await shop.events('complete', 'one')).toHaveLength(1);
  expect(await shop.events('complete', 'two')).toHaveLength(1);
});

test('Pay in a second tab while the first is paying charges nothing, says so, and gives the form back (4: 46; fault 36)', async ({
  account,
  page,
  session,
  shop,
}) => {
  const other = await page.context().newPage();
  await other.goto(session.url);
  await fillCard(other);
  await page.bringToFront();
  await shop.mount(session);
  await payWith(shop.frame(), cards.challenge);
  await expect(shop.frame().getByText('Confirm with your bank')).toBeVisible();
  await payButton(other).click();
  await expect(other.getByText(/being paid in another window/i)).toBeVisible();
  await shop.frame().getByRole('button', { name: 'Cancel and use another card' }).click();
  await expect(payButton(other)).toBeVisible();
  expect(await account.readSession(session.id)).toMatchObject({ state: 'open' });
});

test('two checkouts on one page never hear each other (1D Polar, Paystack; 4: 8; threat 3)', async ({
  account,
  shop,
}) => {
  const first = await account.createSession();
  const second = await account.createSession({
    line_items: [{ price_id: 'price_basic', quantity: 1 }],
  });
  await shop.mount(first, { name: 'first' });
  await shop.mount(second, { name: 'second', target: '#second' });
  // The first takes its height when it is ready, and would move the second from under a click.
  await shop.event('ready', 'first');
  await shop.event('ready', 'second');
  await expect(payButton(shop.frame('#second'))).toHaveText('Pay $9.00');
  await payWith(shop.frame('#second'));
  expect(await shop.event('complete', 'second')).toMatchObject({ session: second.id });
  expect((await shop.events(undefined, 'first')).map(({ type }) => type)).not.toContain('complete');
  expect(await shop.phase('first')).toBe('ready');
  await payWith(shop.frame('#checkout'));
  expect(await shop.event('complete', 'first')).toMatchObject({ session: first.id });
  expect(await shop.events('complete', 'second')).toHaveLength(1);
});

test('a target that holds a checkout is refused, and another copy of the SDK works beside it (fault 52)', async ({
  account,
  page,
  session,
  shop,
}) => {
  await shop.show(session);
  const code = await page.evaluate((options) => {
    try {
      window.shop.PaymentKit.mountCheckout('#checkout', options);
      return 'mounted';
    } catch (error) {
      return Reflect.get(error as object, 'code') as unknown;
    }
  }, optionsFor(session));
  expect(code).toBe('invalid_option');

  const other = await account.createSession();
  await page.addScriptTag({ path: scriptTag });
  await page.evaluate((options) => {
    const { mountCheckout } = window.PaymentKit;
    const { result } = mountCheckout('#second', { ...options, redirect: 'never' });
    Object.assign(window, { paid: result.then(({ outcome }) => outcome) });
  }, optionsFor(other));
  await payWith(shop.frame('#second'));
  expect(await page.evaluate(() => Reflect.get(window, 'paid') as unknown)).toBe('completed');
  expect((await shop.events()).map(({ type }) => type)).not.toContain('complete');
  await payWith(shop.frame());
  expect(await shop.event('complete')).toMatchObject({ session: session.id });
});
