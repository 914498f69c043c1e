import { createHmac } from 'node:crypto';
import { createMockControl, createMockServer, type MockServer } from 'paymentkit-mock-server';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createShopServer, type ShopServer } from './createShopServer.ts';
import type { Order } from './orders/Order.ts';
import { createPaymentKit } from './paymentkit/createPaymentKit.ts';
import { createFakePaymentKit } from './testing/createFakePaymentKit.ts';
import { createTestShop } from './testing/createTestShop.ts';

const secretKey = 'sk_test_demo';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('webhooks of the mock server', () => {
  let server: MockServer;
  let url: string;
  let shop: ShopServer | undefined;

  beforeAll(async () => {
    server = createMockServer({ quiet: true });
    url = await server.listen({ port: 0 });
  });
  afterEach(async () => {
    await shop?.close();
    shop = undefined;
  });
  afterAll(() => server.close());

  /** A shop in a world of its own, and a session that somebody ordered there. */
  const openShop = async () => {
    const paid: Order[] = [];
    const control = createMockControl({ url });
    const { accountId } = control;
    const onPaid = (order: Order) => paid.push(order);
    shop = createShopServer({ paymentkitUrl: url, accountId, secretKey, onPaid });
    const origin = await shop.listen();
    const answer = await fetch(`${origin}/api/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ product: 'premium-kit', storefront: 'inline' }),
    });
    expect(answer.status).toBe(201);
    const list = (await control.request('GET', '/checkout-sessions')) as { data: { id: string }[] };
    return { paid, control, session: list.data[0]?.id ?? '' };
  };

  it('settle the order of a shopper who pays and closes the tab', async () => {
    const { paid, control, session } = await openShop();
    await control.settle(session, 'complete');
    expect(await control.webhooks.deliveries()).toMatchObject([{ response_status: 204 }]);
    expect(paid).toMatchObject([{ state: 'paid', payment: { amountAtom: 4900 } }]);
  });

  it('settle an order once, however often they come', async () => {
    const { paid, control, session } = await openShop();
    await control.webhooks.fault('duplicate');
    await control.settle(session, 'complete');
    const deliveries = await control.webhooks.deliveries();
    expect(deliveries).toHaveLength(2);
    await control.webhooks.replay(deliveries[0]?.id ?? '');
    expect(paid).toHaveLength(1);
  });

  it('settle nothing when their signature is wrong', async () => {
    const log = vi.spyOn(console, 'warn').mockReturnValue(undefined);
    const { paid, control, session } = await openShop();
    await control.webhooks.fault('bad_signature');
    await control.settle(session, 'complete');
    const [delivery] = await control.webhooks.deliveries();
    expect(delivery).toMatchObject({ response_status: 400 });
    expect(paid).toHaveLength(0);
    expect(log).toHaveBeenCalledWith('A webhook was refused: signature_mismatch.');
    await control.webhooks.replay(delivery?.id ?? '');
    expect(paid).toHaveLength(1);
  });

  it('have one endpoint for one address, whose newest secret counts', async () => {
    const control = createMockControl({ url });
    const paymentkit = createPaymentKit({ url, accountId: control.accountId, secretKey });
    await paymentkit.registerWebhook('http://localhost:4000/webhooks/paymentkit');
    await paymentkit.registerWebhook('http://localhost:4001/webhooks/paymentkit');
    const secret = await paymentkit.registerWebhook('http://localhost:4000/webhooks/paymentkit');
    const { data } = (await control.request('GET', '/webhook-endpoints')) as {
      data: readonly { url: string; secret: string }[];
    };
    expect(data.map((endpoint) => new URL(endpoint.url).port).sort()).toEqual(['4000', '4001']);
    expect(data.find((endpoint) => endpoint.secret === secret)?.url).toContain(':4000/');
  });
});

describe('a webhook', () => {
  const webhookSecret = 'whsec_of_the_test_and_nobody_else';

  const open = () => {
    const paymentkit = createFakePaymentKit();
    const { fetch } = paymentkit;
    const url = 'http://127.0.0.1:4242';
    const shop = createTestShop({ url, accountId: 'acc_1', secretKey, fetch }, webhookSecret);
    const browser = shop.browser();
    const deliver = async (session: string, id = 'evt_1', type = 'checkout_session.completed') => {
      const object = { id: session, object: 'checkout_session' };
      const body = JSON.stringify({
        ...{ id, object: 'event', type, created: 0, livemode: false },
        data: { object, previous_attributes: {} },
      });
      const signature = createHmac('sha256', webhookSecret).update(body).digest('hex');
      const headers = { 'x-webhook-signature': signature };
      const init = { method: 'POST', headers, body };
      return (await browser.request('/webhooks/paymentkit', init)).status;
    };
    return { paymentkit, shop, browser, deliver };
  };

  it('is a reason to look, and no proof', async () => {
    const { shop, browser, deliver } = open();
    expect(await deliver(await browser.order())).toBe(204);
    expect(shop.paid).toHaveLength(0);
  });

  it('is acted on once for each event (threat 54; fault 42)', async () => {
    const { paymentkit, shop, browser, deliver } = open();
    const session = await browser.order();
    await deliver(session, 'evt_1');
    paymentkit.change(session, { state: 'completed' });
    expect(await deliver(session, 'evt_1')).toBe(204);
    expect(shop.paid).toHaveLength(0);
    expect(await deliver(session, 'evt_2')).toBe(204);
    expect(shop.paid).toHaveLength(1);
  });

  it('comes again when PaymentKit could not be asked', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const { paymentkit, shop, browser, deliver } = open();
    const session = await browser.order();
    paymentkit.change(session, { state: 'completed' });
    paymentkit.stop();
    expect(await deliver(session)).toBe(503);
    expect(shop.paid).toHaveLength(0);
    expect(log).toHaveBeenCalledOnce();
    paymentkit.start();
    expect(await deliver(session)).toBe(204);
    expect(shop.paid).toHaveLength(1);
  });

  it('without a signature is refused for good (threat 52)', async () => {
    const log = vi.spyOn(console, 'warn').mockReturnValue(undefined);
    const { browser } = open();
    const { status } = await browser.request('/webhooks/paymentkit', {
      method: 'POST',
      body: '{}',
    });
    expect(status).toBe(400);
    expect(log).toHaveBeenCalledWith('A webhook was refused: signature_missing.');
  });

  it('that cannot be verified for a fault of ours comes again', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const { paymentkit, shop, browser, deliver } = open();
    const session = await browser.order();
    paymentkit.change(session, { state: 'completed' });
    // A runtime without WebCrypto.
    vi.stubGlobal('crypto', undefined);
    expect(await deliver(session)).toBe(500);
    expect([shop.paid.length, log.mock.calls.length]).toEqual([0, 1]);
    vi.unstubAllGlobals();
    expect(await deliver(session)).toBe(204);
    expect(shop.paid).toHaveLength(1);
  });

  it.each([
    ['of a session that is not the shop’s', 'cs_dev_other', 'checkout_session.completed'],
    ['of a type that the shop does not know', 'cs_dev_1', 'something.new'],
  ])('%s is taken, and nothing is done', async (_, session, type) => {
    const { shop, browser, deliver, paymentkit } = open();
    paymentkit.change(await browser.order(), { state: 'completed' });
    expect(await deliver(session, 'evt_1', type)).toBe(204);
    expect(shop.paid).toHaveLength(0);
  });
});

it('the shop goes on without webhooks while PaymentKit cannot be reached', async () => {
  const log = vi.spyOn(console, 'warn').mockReturnValue(undefined);
  // Nobody listens on the discard port.
  const paymentkitUrl = 'http://127.0.0.1:9';
  const shop = createShopServer({ paymentkitUrl, accountId: 'acc_1', secretKey });
  const origin = await shop.listen();
  const answer = await fetch(`${origin}/webhooks/paymentkit`, { method: 'POST', body: '{}' });
  expect(answer.status).toBe(503);
  expect(log.mock.calls).toEqual([
    ['No webhooks for now.', 'Failed to reach PaymentKit at http://127.0.0.1:9.'],
  ]);
  await shop.close();
});
