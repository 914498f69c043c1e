import type { Page } from '@playwright/test';
import type { CheckoutReturn } from 'paymentkit-js';
import type { Session } from '../harness/createAccount.ts';
import { optionsFor } from '../harness/optionsFor.ts';
import { payButton, payWith } from '../harness/payWith.ts';
import { continueToShop } from '../harness/receipt.ts';
import { expect, test } from '../harness/test.ts';
import type { Servers } from '../harness/servers/withServers.ts';

/** Leaves for the checkout as a merchant's button would. */
async function leave(page: Page, session: Session): Promise<void> {
  await page.evaluate((options) => {
    void window.shop.PaymentKit.redirectToCheckout(options);
  }, optionsFor(session));
  await page.waitForURL(`${session.url}**`);
}

/** Pays on the hosted page, and leaves its receipt for the page that the session names. */
async function payAndReturn(page: Page, { site }: Servers, { id }: Session): Promise<void> {
  await payWith(page);
  await continueToShop(page);
  await page.waitForURL(site.url('shop', `/success?session_id=${id}`));
}

/** What the page says when asked whether this visit is a return, without what cannot be copied. */
async function returned(page: Page): Promise<Omit<CheckoutReturn, 'resume' | 'error'> | undefined> {
  await page.waitForFunction(() => 'shop' in window);
  return page.evaluate(async () => {
    const found = await window.shop.PaymentKit.handleCheckoutReturn();
    if (found === undefined) return undefined;
    const { outcome, sessionId, verified } = found;
    return { outcome, verified, ...(sessionId === undefined ? {} : { sessionId }) };
  });
}

test.beforeEach(async ({ shop }) => {
  await shop.open();
});

test('the tab pays on the hosted page and comes back to a verified return (4: 17)', async ({
  page,
  servers,
  session,
}) => {
  await leave(page, session);
  await expect(payButton(page)).toHaveText('Pay $49.00');
  await payWith(page);
  await page.waitForURL(servers.site.url('shop', `/success?session_id=${session.id}`));
  expect(await returned(page)).toEqual({
    outcome: 'completed',
    sessionId: session.id,
    verified: 'api',
  });
});

test('a reload of the return page answers the same, from the record without the token', async ({
  page,
  servers,
  session,
}) => {
  await leave(page, session);
  await payAndReturn(page, servers, session);
  expect(await returned(page)).toMatchObject({ outcome: 'completed', verified: 'api' });
  await page.reload();
  expect(await returned(page)).toMatchObject({ outcome: 'completed', verified: 'none' });
  const kept = await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)));
  expect(kept).toContain(session.id);
  expect(kept).not.toContain(session.secure_token);
});

test('a return without paying is canceled, and resume goes back to the checkout', async ({
  page,
  servers,
  session,
}) => {
  await leave(page, session);
  await page.goto(servers.site.url('shop', '/cart'));
  expect(await returned(page)).toMatchObject({ outcome: 'canceled', sessionId: session.id });
  await page.evaluate(async () => {
    const found = await window.shop.PaymentKit.handleCheckoutReturn();
    found?.resume?.();
  });
  await page.waitForURL(`${session.url}**`);
  await payAndReturn(page, servers, session);
  expect(await returned(page)).toMatchObject({ outcome: 'completed', verified: 'api' });
});

test("the hosted page's way back to the merchant leads to return_url, and that is a canceled return", async ({
  page,
  servers,
  session,
}) => {
  await leave(page, session);
  await page
    .getByRole('button', { name: 'Cancel and return to Alder Press' })
    .or(page.getByRole('link', { name: /Alder Press$/ }))
    .first()
    .click();
  await page.waitForURL(servers.site.url('shop', '/cart'));
  expect(await returned(page)).toMatchObject({ outcome: 'canceled' });
});

test('an ordinary visit and an invented session id are told apart', async ({ page, servers }) => {
  expect(await returned(page)).toBeUndefined();
  await page.goto(servers.site.url('shop', '/success?session_id=cs_dev_0000000000000000'));
  expect(await returned(page)).toMatchObject({ outcome: 'unknown', verified: 'none' });
});

test('a status or an error in the return URL changes nothing (threats 35 and 62)', async ({
  page,
  servers,
  session,
}) => {
  await leave(page, session);
  await page.goto(
    servers.site.url(
      'shop',
      `/success?session_id=${session.id}&status=completed&error=%3Cimg%20onerror%3D1%3E`,
    ),
  );
  expect(await returned(page)).toMatchObject({ outcome: 'canceled' });
});

test('the record of a checkout that expired answers expired', async ({
  account,
  page,
  servers,
  session,
}) => {
  await leave(page, session);
  await account.advance('25h');
  await page.goto(servers.site.url('shop', `/success?session_id=${session.id}`));
  expect(await returned(page)).toMatchObject({ outcome: 'expired' });
});

test('a return page posts the completion before it answers', async ({ page, servers, session }) => {
  await leave(page, session);
  await payAndReturn(page, servers, session);
  await page.waitForFunction(() => 'shop' in window);
  const verified = await page.evaluate(async () => {
    const { handleCheckoutReturn } = window.shop.PaymentKit;
    return (await handleCheckoutReturn({ completion: { endpoint: '/complete' } }))?.verified;
  });
  expect(verified).toBe('merchant');
  expect(servers.site.completions.filter(({ key }) => key === session.id)).toHaveLength(1);
});

test('no parameter of the hosted URL changes where the payment leads (threat 22)', async ({
  page,
  servers,
  session,
}) => {
  const evil = encodeURIComponent(servers.site.url('evil', '/blank'));
  const names = ['success_url', 'return_url', 'redirect', 'next', 'o', 'origin', 'host'];
  const query = names.map((name) => `${name}=${evil}`).join('&');
  await page.goto(`${session.url}?${query}#pk=1&o=${evil}`);
  await payAndReturn(page, servers, session);
});
