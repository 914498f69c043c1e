import type { Page, Route } from '@playwright/test';
import { fetchFromServer } from '../harness/faults/fetchFromServer.ts';
import { paymentKeys } from '../harness/faults/paymentKeys.ts';
import { awaitAllOfIt, fillCard, payButton, payWith } from '../harness/payWith.ts';
import { expect, test } from '../harness/test.ts';

interface Payment {
  readonly key: string | undefined;
  readonly replayed: boolean;
  readonly status: number;
}

/** Passes payments on to the server and keeps what it said; the first answer never arrives. */
async function loseFirstAnswer(page: Page): Promise<Payment[]> {
  const payments: Payment[] = [];
  await page.route('**/api/checkout/session/payments', async (route: Route) => {
    const answer = await fetchFromServer(route);
    payments.push({
      key: route.request().headers()['idempotency-key'],
      replayed: answer.headers()['idempotent-replayed'] === 'true',
      status: answer.status(),
    });
    if (payments.length === 1) await route.abort('connectionreset');
    else await route.fulfill({ response: answer });
  });
  return payments;
}

test('an answer lost after the charge: one charge, one complete, never "failed" (fault 39)', async ({
  page,
  session,
  shop,
}) => {
  const payments = await loseFirstAnswer(page);
  await shop.mount(session);
  await payWith(shop.frame());
  await shop.event('complete');
  await expect(shop.frame().getByRole('heading', { name: 'Payment complete' })).toBeVisible();
  expect(new Set(payments.map(({ key }) => key)).size).toBe(1);
  for (const { replayed } of payments.slice(1)) expect(replayed).toBe(true);
  expect(await shop.events('complete')).toHaveLength(1);
  expect(await shop.events('decline')).toEqual([]);
  expect(await shop.events('error')).toEqual([]);
});

test('an answer lost after a decline: the retry gets the same decline, then another card pays', async ({
  page,
  session,
  shop,
}) => {
  const payments = await loseFirstAnswer(page);
  await shop.mount(session);
  await payWith(shop.frame(), '4000000000000002');
  expect(await shop.event('decline')).toMatchObject({ declineCode: 'generic_decline' });
  await payWith(shop.frame());
  await shop.event('complete');
  expect(new Set(payments.map(({ key }) => key)).size).toBe(2);
});

test('the network goes away between Pay and the charge: Pay is retried, not doubled', async ({
  context,
  page,
  session,
  shop,
}) => {
  const keys = paymentKeys(page);
  await shop.mount(session);
  await awaitAllOfIt(shop.frame());
  await fillCard(shop.frame());
  await context.setOffline(true);
  await payButton(shop.frame()).click();
  await shop.event('submit');
  await expect(shop.frame().getByText(/do not pay again/i)).toBeVisible();
  await context.setOffline(false);
  await shop.event('complete');
  expect(new Set(keys).size).toBe(1);
});

test('an answer that breaks off is no refusal: the same payment is asked for again', async ({
  page,
  servers,
  session,
  shop,
}) => {
  const keys = paymentKeys(page);
  const host = servers.faults.origin('cut-refusal', 'payments');
  await shop.mount(session, { host });
  await payWith(shop.frame());
  await expect(shop.frame().getByText(/do not pay again/i)).toBeVisible();
  servers.faults.change(host, 'none');
  await shop.event('complete');
  expect(new Set(keys).size).toBe(1);
  expect(await shop.events('decline')).toEqual([]);
});

test('the frame removed while it pays: complete still comes, once (4: 13; faults 20, 40)', async ({
  page,
  session,
  shop,
}) => {
  // The server has charged, and the answer is on its way when the frame goes.
  const charged = new Promise<void>((resolve) => {
    void page.route('**/api/checkout/session/payments', async (route) => {
      await fetchFromServer(route);
      resolve();
    });
  });
  await shop.mount(session);
  await payWith(shop.frame());
  await charged;
  await shop.event('submit');
  await shop.element().evaluate((frame) => {
    frame.remove();
  });
  expect(await shop.event('complete')).toMatchObject({ session: session.id, verified: 'api' });
  expect(await shop.events('complete')).toHaveLength(1);
  expect(await shop.events('error')).toEqual([]);
  expect(await shop.outcome()).toMatchObject({ outcome: 'completed' });
});

test('the frame removed before Pay is frame_lost, and Try again brings it back', async ({
  page,
  session,
  shop,
}) => {
  await shop.show(session);
  await shop.element().evaluate((frame) => {
    frame.remove();
  });
  expect(await shop.event('error')).toMatchObject({ code: 'frame_lost', recoverable: true });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(shop.frame().getByLabel('Email', { exact: true })).toBeFocused();
  await payWith(shop.frame());
  await shop.event('complete');
});

test('the first read fails after the payment: complete waits for the API and comes once', async ({
  page,
  servers,
  session,
  shop,
}) => {
  await shop.show(session);
  let failing = true;
  await page.route(`${servers.pay}/api/checkout/session`, async (route) => {
    const fromShop = route.request().headers()['origin']?.includes('shop.localhost') === true;
    if (failing && fromShop) await route.abort('connectionreset');
    else await route.continue();
  });
  await payWith(shop.frame());
  await expect(shop.frame().getByRole('heading', { name: 'Payment complete' })).toBeVisible();
  expect(await shop.events('complete')).toEqual([]);
  expect(await shop.phase()).toBe('processing');
  failing = false;
  await shop.event('complete');
  expect(await shop.events('complete')).toHaveLength(1);
});

test('a completion post that fails warns and never takes the payment back', async ({
  servers,
  session,
  shop,
}) => {
  await shop.mount(session, { completion: { endpoint: '/complete?status=409' } });
  await payWith(shop.frame());
  expect(await shop.event('complete')).toMatchObject({ verified: 'api' });
  expect(await shop.event('warning')).toMatchObject({ code: 'completion_not_confirmed' });
  expect(servers.site.completions.filter(({ key }) => key === session.id)).toHaveLength(1);
});

test('a completion post that the merchant accepts is verified by the merchant', async ({
  servers,
  session,
  shop,
}) => {
  await shop.mount(session, { completion: { endpoint: '/complete' } });
  await payWith(shop.frame());
  expect(await shop.event('complete')).toMatchObject({ verified: 'merchant' });
  const [posted] = servers.site.completions.filter(({ key }) => key === session.id);
  expect(JSON.parse(posted?.body ?? '')).toEqual({ session_id: session.id, state: 'completed' });
});

test('where the second half of the page does not come, nothing is charged, and Pay works once it does', async ({
  page,
  session,
  shop,
}) => {
  await page.route(/[lL]ater[^/]*\.js/, (route) => route.abort());
  await shop.mount(session);
  await payWith(shop.frame());
  await expect(shop.frame().getByText('You have not been charged')).toBeVisible();
  await page.unrouteAll();
  await payButton(shop.frame()).click();
  await shop.event('complete');
  expect(await shop.events('submit')).toHaveLength(1);
});
