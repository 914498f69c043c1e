import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { createFakePaymentKit } from './testing/createFakePaymentKit.ts';
import { createTestShop } from './testing/createTestShop.ts';

const open = (secretKey = 'sk_test_demo') => {
  const paymentkit = createFakePaymentKit();
  const { fetch } = paymentkit;
  const url = 'http://127.0.0.1:4242';
  const shop = createTestShop({ url, accountId: 'acc_dev_demo', secretKey, fetch });
  return { paymentkit, shop, browser: shop.browser() };
};

describe('ordering', () => {
  it('makes a session with our price and our addresses', async () => {
    const { paymentkit, shop, browser } = open();
    await browser.order('standard-kit');
    const [order] = shop.orders.all();
    expect(paymentkit.created[0]).toEqual({
      line_items: [{ price_id: 'price_standard', quantity: 1 }],
      success_url: 'http://localhost:4243/inline/success?session_id={CHECKOUT_SESSION_ID}',
      return_url: 'http://localhost:4243/inline/',
      custom_fields: { order_id: order?.reference },
    });
  });

  it('gives the same order again to the same browser until it is paid', async () => {
    const { paymentkit, shop, browser } = open();
    const first = await browser.order();
    expect(await browser.order()).toBe(first);
    expect(await shop.browser().order()).not.toBe(first);
    paymentkit.change(first, { state: 'completed' });
    expect(await browser.order()).not.toBe(first);
    expect(shop.paid).toHaveLength(1);
  });

  it('starts anew when the session has expired', async () => {
    const { paymentkit, browser } = open();
    const first = await browser.order();
    paymentkit.change(first, { state: 'expired' });
    expect(await browser.order()).not.toBe(first);
    expect(await browser.view(first)).toMatchObject({ state: 'expired' });
  });

  it('keeps the cookie from scripts and from posts of other sites', async () => {
    const { browser } = open();
    const answer = await browser.post('/api/orders', {
      product: 'workshop',
      storefront: 'redirect',
    });
    const cookie = answer.headers.get('set-cookie');
    expect(cookie).toMatch(/^alder_visitor=[0-9a-f-]{36};/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
  });

  it.each([
    ['an unknown product', { product: 'gold', storefront: 'inline' }],
    ['an unknown storefront', { product: 'workshop', storefront: '//evil.example' }],
    ['a price of the browser’s own', { amountAtom: 1 }],
    ['no object', null],
  ])('is refused for %s', async (_, body) => {
    const { paymentkit, browser } = open();
    expect((await browser.post('/api/orders', body)).status).toBe(422);
    expect(paymentkit.created).toHaveLength(0);
  });
});

describe('the shop', () => {
  it('answers on one address and sends 127.0.0.1 there', async () => {
    const { browser } = open();
    const moved = await browser.request('/inline/success?session_id=cs_1', {
      headers: { host: '127.0.0.1:4243' },
    });
    expect(moved.status).toBe(307);
    expect(moved.headers.get('location')).toBe(
      'http://localhost:4243/inline/success?session_id=cs_1',
    );
    const rebound = await browser.request('/', { headers: { host: 'evil.example:4243' } });
    expect(rebound.status).toBe(421);
  });

  it('takes posts from its own pages only', async () => {
    const { shop, browser } = open();
    const headers = { origin: 'http://localhost:9999', 'content-type': 'application/json' };
    const body = JSON.stringify({ product: 'workshop', storefront: 'redirect' });
    const answer = await browser.request('/api/orders', { method: 'POST', headers, body });
    expect(answer.status).toBe(403);
    expect(shop.orders.all()).toHaveLength(0);
  });

  it.each(['/', '/script-tag/', '/no-such-page', '/api/no-such-route'])(
    'sends its policy with %s',
    async (path) => {
      const { browser } = open();
      const { headers } = await browser.request(path);
      const policy = headers.get('content-security-policy');
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain('frame-src http://127.0.0.1:4242;');
      expect(policy).toContain("connect-src 'self' http://127.0.0.1:4242;");
      expect(policy).not.toContain('unsafe');
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  it('orders nothing by what a form of another site can send, or by a body that is too large', async () => {
    const { shop, browser } = open();
    const order = { product: 'workshop', storefront: 'redirect' };
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', undefined]) {
      const reply = await browser.request('/api/orders', {
        method: 'POST',
        headers: type === undefined ? {} : { 'content-type': type },
        body: new TextEncoder().encode(JSON.stringify(order)),
      });
      expect(reply.status, type).toBe(422);
    }
    const long = await browser.post('/api/orders', { ...order, note: 'x'.repeat(20_000) });
    expect(long.status).toBe(413);
    expect(shop.orders.all()).toEqual([]);
  });

  it('says so, on a page and in JSON, when PaymentKit does not answer', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const { paymentkit, browser } = open();
    paymentkit.stop();
    const json = await browser.post('/api/orders', { product: 'workshop', storefront: 'redirect' });
    expect(json.status).toBe(503);
    const page = await browser.request('/script-tag/orders', {
      method: 'POST',
      body: new URLSearchParams({ product: 'basic-kit' }),
    });
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('you have not been charged for it');
    expect(await (await browser.request('/')).text()).toContain('does not answer');
    log.mockRestore();
  });

  it.each(['.vite', '%2Evite'])(
    'keeps to itself what the build notes for it, as %s',
    async (folder) => {
      const { browser } = open();
      expect((await browser.request('/inline/')).status).toBe(200);
      expect((await browser.request(`/inline/${folder}/manifest.json`)).status).toBe(404);
    },
  );

  it('never shows its secret key', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const { browser } = open('sk_test_wrong_and_secret');
    const json = await browser.post('/api/orders', { product: 'workshop', storefront: 'redirect' });
    expect(await json.text()).not.toContain('secret');
    expect(inspect(log.mock.calls, { depth: null })).not.toContain('sk_test');
    log.mockRestore();
  });
});

describe('the script-tag pages', () => {
  const order = async (browser: ReturnType<typeof open>['browser']) => {
    const body = new URLSearchParams({ product: 'basic-kit' });
    const posted = await browser.request('/script-tag/orders', { method: 'POST', body });
    expect(posted.status).toBe(303);
    return posted.headers.get('location') ?? '';
  };

  it('hold the address of the checkout in a link', async () => {
    const { shop, browser } = open();
    const page = await (await browser.request(await order(browser))).text();
    expect(page).toMatch(/<a[^>]*href="http:&#x2F;&#x2F;127\.0\.0\.1:4242&#x2F;checkout&#x2F;cst_/);
    expect(page).toContain('data-paymentkit-checkout');
    expect(page).toContain(shop.orders.all()[0]?.reference);
  });

  it('show nothing to another browser', async () => {
    const { shop, browser } = open();
    const path = await order(browser);
    const page = await shop.browser().request(path);
    expect(page.status).toBe(404);
    expect(await page.text()).not.toContain('cst_');
  });

  it('do not tell a shopper who may have paid that nothing was charged', async () => {
    const { paymentkit, shop, browser } = open();
    const path = await order(browser);
    const id = shop.orders.all()[0]?.session?.id ?? '';
    paymentkit.stop();
    for (const address of [path, `/script-tag/success?session_id=${id}`]) {
      const page = await browser.request(address);
      expect(page.status).toBe(503);
      const text = await page.text();
      expect(text).toContain('could not be checked');
      expect(text).toContain('Check again');
      expect(text).not.toContain('not been charged');
    }
  });

  it('say thank you only once PaymentKit says completed', async () => {
    const { paymentkit, shop, browser } = open();
    await order(browser);
    const id = shop.orders.all()[0]?.session?.id ?? '';
    const success = `/script-tag/success?session_id=${id}`;
    expect(await (await browser.request(success)).text()).toContain('not paid yet');
    paymentkit.change(id, { state: 'completed' });
    expect(await (await browser.request(success)).text()).toContain('Thank you');
    expect(shop.paid).toHaveLength(1);
  });
});
