import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { SessionRecord } from './paymentkit/parseSession.ts';
import { createFakePaymentKit } from './testing/createFakePaymentKit.ts';
import { createTestShop } from './testing/createTestShop.ts';
import { useMockServer } from './testing/useMockServer.ts';

const completed = { state: 'completed', payment_intent_id: 'pi_dev_1' } as const;

const openWithFake = () => {
  const paymentkit = createFakePaymentKit();
  const { fetch } = paymentkit;
  const shop = createTestShop({
    url: 'http://127.0.0.1:4242',
    accountId: 'acc_dev_demo',
    secretKey: 'sk_test_demo',
    fetch,
  });
  const complete = (session: string) => {
    paymentkit.change(session, completed);
    return Promise.resolve();
  };
  return { paymentkit, shop, browser: shop.browser(), complete };
};

const openWithServer = (url: string) => {
  const accountId = `acc_${randomBytes(8).toString('hex')}`;
  const secretKey = 'sk_test_demo';
  const shop = createTestShop({ url, accountId, secretKey });
  const complete = async (session: string) => {
    const headers = { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' };
    const address = `${url}/api/${accountId}/checkout-sessions/${session}/complete`;
    const answer = await fetch(address, { method: 'POST', headers, body: '{}' });
    expect(answer.status).toBe(200);
  };
  return { shop, browser: shop.browser(), complete };
};

const url = useMockServer();

describe.each([
  ['a fake of its API', openWithFake],
  ['the mock server', () => openWithServer(url())],
])('an order, with %s', (_, open) => {
  it('is settled once, however often its completion is posted', async () => {
    const { shop, browser, complete } = open();
    const session = await browser.order();
    await complete(session);
    const first = await browser.confirm(session);
    const second = await browser.confirm(session);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(await second.json()).toMatchObject({ state: 'paid', paidAtom: 4900, currency: 'usd' });
    expect(shop.paid).toHaveLength(1);
  });

  it('is settled once when confirmations run side by side (threat 51; fault 42)', async () => {
    const { shop, browser, complete } = open();
    const session = await browser.order();
    await complete(session);
    const answers = await Promise.all(Array.from({ length: 20 }, () => browser.confirm(session)));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(shop.paid).toHaveLength(1);
  });

  it('is settled by a look at the success page alone when the completion post was lost', async () => {
    const { shop, browser, complete } = open();
    const session = await browser.order();
    await complete(session);
    expect(await browser.view(session)).toMatchObject({ state: 'paid' });
    expect(shop.paid).toHaveLength(1);
  });

  it('is settled by the job when the shopper paid and closed the browser', async () => {
    const { shop, browser, complete } = open();
    await browser.order('basic-kit');
    await complete(await browser.order());
    await shop.confirmOpenOrders();
    await shop.confirmOpenOrders();
    expect(shop.paid.map(({ product }) => product.id)).toEqual(['premium-kit']);
  });

  it('is not paid because the browser says so (threat 56)', async () => {
    const { shop, browser } = open();
    const session = await browser.order();
    const answer = await browser.confirm(session);
    expect(answer.status).toBe(409);
    expect(await browser.view(session)).toMatchObject({ state: 'open' });
    expect(shop.paid).toHaveLength(0);
  });

  it('shows nothing to another browser and is not settled by it (threat 32)', async () => {
    const { shop, browser, complete } = open();
    const session = await browser.order();
    await complete(session);
    const stranger = shop.browser();
    await stranger.order('basic-kit');
    const answer = await stranger.confirm(session);
    const unknown = await stranger.confirm('cs_dev_never_made');
    expect([answer.status, unknown.status]).toEqual([404, 404]);
    expect(await answer.text()).toBe(await unknown.text());
    expect(shop.paid).toHaveLength(0);
  });

  it('is not paid by the session of a cheaper one (threats 33, 53)', async () => {
    const { shop, browser, complete } = open();
    const cheap = await browser.order('basic-kit');
    const dear = await browser.order('premium-kit');
    await complete(cheap);
    const claim = { session_id: cheap, order: dear, product: 'premium-kit' };
    await browser.post('/api/completion', claim);
    expect(shop.paid.map(({ product }) => product.id)).toEqual(['basic-kit']);
    expect(await browser.view(dear)).toMatchObject({ state: 'open' });
  });
});

describe('an order', () => {
  it('is paid with a discount, because the order before discounts is the same', async () => {
    const { paymentkit, shop, browser } = openWithFake();
    const session = await browser.order();
    paymentkit.change(session, { ...completed, amount_total_atom: 3920 });
    expect(await (await browser.confirm(session)).json()).toMatchObject({ paidAtom: 3920 });
    expect(shop.paid).toHaveLength(1);
  });

  it.each<[string, Partial<SessionRecord>]>([
    ['another amount', { amount_subtotal_atom: 100, amount_total_atom: 100 }],
    ['one unit less', { amount_subtotal_atom: 4899, amount_total_atom: 4899 }],
    ['more than was ordered', { amount_total_atom: 4901 }],
    ['a dearer order, at a discount', { amount_subtotal_atom: 9800 }],
    ['another currency', { currency: 'jpy' }],
    ['no currency', { currency: null }],
    ['the id of another session', { id: 'cs_dev_other' }],
  ])('goes to review when its session was completed with %s', async (_, changes) => {
    const { paymentkit, shop, browser } = openWithFake();
    const session = await browser.order();
    paymentkit.change(session, { ...completed, ...changes });
    expect((await browser.confirm(session)).status).toBe(409);
    expect(await browser.view(session)).toMatchObject({ state: 'review' });
    expect(shop.paid).toHaveLength(0);
  });

  it('stays as it was settled, whatever the API says later (threat 58; fault 43)', async () => {
    const { paymentkit, shop, browser } = openWithFake();
    const session = await browser.order();
    paymentkit.change(session, completed);
    await browser.confirm(session);
    paymentkit.change(session, { state: 'expired' });
    expect(await browser.view(session)).toMatchObject({ state: 'paid' });
    expect(shop.paid).toHaveLength(1);
  });

  it('stays paid on its page while the API does not answer', async () => {
    const { paymentkit, browser } = openWithFake();
    const session = await browser.order();
    paymentkit.change(session, completed);
    await browser.confirm(session);
    paymentkit.stop();
    expect(await browser.view(session)).toMatchObject({ state: 'paid' });
  });

  it('is settled by the job when the bank has answered, whatever the API says of others', async () => {
    const { paymentkit, shop, browser } = openWithFake();
    const broken = await browser.order('basic-kit');
    const session = await browser.order();
    paymentkit.change(session, { state: 'processing' });
    await shop.confirmOpenOrders();
    expect(await browser.view(session)).toMatchObject({ state: 'processing' });
    paymentkit.change(session, completed);
    paymentkit.change(broken, { amount_total_atom: -1 });
    await shop.confirmOpenOrders();
    expect(shop.paid.map(({ product }) => product.id)).toEqual(['premium-kit']);
  });

  it('is shown without an id of ours or a way to its checkout, and kept by no cache', async () => {
    const { shop, browser } = openWithFake();
    const session = await browser.order();
    const answer = await browser.request(`/api/order?session_id=${session}`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await answer.text();
    const [order] = shop.orders.all();
    expect(text).toContain(order?.reference);
    for (const secret of [order?.id, order?.visitorId, session, 'cst_'])
      expect(text).not.toContain(secret);
  });

  it('goes back to open after a payment that did not go through', async () => {
    const { paymentkit, browser } = openWithFake();
    const session = await browser.order();
    paymentkit.change(session, { state: 'processing' });
    expect(await browser.view(session)).toMatchObject({ state: 'processing' });
    paymentkit.change(session, { state: 'open' });
    expect(await browser.view(session)).toMatchObject({ state: 'open' });
  });
});
