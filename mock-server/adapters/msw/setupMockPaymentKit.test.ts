import { http, HttpResponse } from 'msw/http';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { setupMockPaymentKit } from './setupMockPaymentKit.ts';

const received: string[] = [];
const { control, server, url } = setupMockPaymentKit({
  ...{ beforeAll, afterEach, afterAll },
  handlers: [http.get('https://shop.example/stock', () => HttpResponse.json({ left: 3 }))],
  onUnhandledFrame: 'error',
  async deliver(request) {
    received.push(`${request.url} ${((await request.json()) as { type: string }).type}`);
    return new Response();
  },
});

/** What a shop's own code does. */
async function createSession(): Promise<{ id: string; url: string }> {
  const response = await fetch(`${url}/api/acc_test/checkout-sessions`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk_test_1', 'content-type': 'application/json' },
    body: JSON.stringify({
      line_items: [{ price_id: 'price_basic', quantity: 1 }],
      success_url: 'https://shop.example/thanks',
      return_url: 'https://shop.example/cart',
    }),
  });
  return (await response.json()) as { id: string; url: string };
}

const countSessions = async (): Promise<unknown> =>
  ((await control.request('GET', '/checkout-sessions')) as { total: number }).total;

describe('in a test file', () => {
  test('code under test finds PaymentKit, and the test settles its session', async () => {
    const { id, url: page } = await createSession();
    expect(page).toMatch(/^https:\/\/checkout\.paymentkit\.com\/checkout\/cst_/);
    const settled = await control.settle(id, 'complete');
    expect(settled).toMatchObject({ id, state: 'completed' });
    expect(await countSessions()).toBe(1);
  });

  test('the next test finds the account as new', async () => {
    expect(await countSessions()).toBe(0);
  });

  test('its time is moved on instead of waited for', async () => {
    const { id } = await control.createSession({ expires_in_hours: 1 });
    const before = await control.clock.now();
    await control.clock.advance('2h');
    const gone = (await control.clock.now()).getTime() - before.getTime();
    expect(gone).toBeGreaterThanOrEqual(2 * 3_600_000);
    expect(await control.request('GET', `/checkout-sessions/${id}`)).toMatchObject({
      state: 'expired',
    });
  });

  test('a day that the test makes up is its day, too', async () => {
    vi.setSystemTime('2031-05-01T12:00:00Z');
    const { created_at: madeAt } = await control.createSession();
    vi.useRealTimers();
    expect(madeAt).toContain('2031-05-01T12:00');
  });

  test('webhooks come to a function', async () => {
    const address = 'http://localhost:3000/webhooks';
    await control.request('POST', '/webhook-endpoints', { url: address, events: ['*'] });
    await control.createSession();
    await vi.waitFor(
      () => {
        expect(received).toContain(`${address} checkout_session.created`);
      },
      { timeout: 30_000 },
    );
  });

  test('own handlers answer beside it, and before it for one test', async () => {
    expect(await (await fetch('https://shop.example/stock')).json()).toEqual({ left: 3 });
    server.use(http.post(`${url}/api/*`, () => HttpResponse.json({ id: 'mine' })));
    expect(await createSession()).toEqual({ id: 'mine' });
  });

  test('what was put before it is gone in the next test', async () => {
    expect((await createSession()).id).toMatch(/^cs_dev_/);
  });
});

test('a second one beside it is refused: the code under test would find one of them', () => {
  const hook = vi.fn<(work: () => unknown) => void>();
  setupMockPaymentKit({ beforeAll: hook, afterEach: vi.fn(), afterAll: vi.fn() });
  expect(hook.mock.calls[0]?.[0]).toThrow(/set up already.* Call setupMockPaymentKit once/);
});

test('without hooks it says what to pass', () => {
  expect(() => setupMockPaymentKit()).toThrow(/Import them from vitest and pass them/);
});

test('hooks that are global, as in Jest, are found', () => {
  const hooks = { beforeAll: vi.fn(), afterEach: vi.fn(), afterAll: vi.fn() };
  vi.stubGlobal('beforeAll', hooks.beforeAll);
  vi.stubGlobal('afterEach', hooks.afterEach);
  vi.stubGlobal('afterAll', hooks.afterAll);
  setupMockPaymentKit();
  for (const hook of Object.values(hooks)) expect(hook).toHaveBeenCalledTimes(1);
  vi.unstubAllGlobals();
});
