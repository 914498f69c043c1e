import { request } from 'node:http';
import type { Page } from '@playwright/test';
import type { Session } from '../harness/createAccount.ts';
import { expect, test } from '../harness/test.ts';

interface Tried {
  readonly status: number | 'blocked';
  readonly body: string;
}

interface Attack {
  readonly method?: string;
  readonly mode?: RequestMode;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** A fetch from the page's own origin, as a script there would make it. */
const tryFetch = (page: Page, url: string, init: Attack = {}): Promise<Tried> =>
  page.evaluate(
    async ([to, options]) => {
      try {
        const response = await fetch(to, options);
        return { status: response.status, body: await response.text() };
      } catch {
        return { status: 'blocked' as const, body: '' };
      }
    },
    [url, init] as const,
  );

const payment = (session: Session): Attack => ({
  method: 'POST',
  headers: {
    authorization: `Bearer ${session.secure_token}`,
    'content-type': 'application/json',
    'idempotency-key': 'attack',
  },
  body: JSON.stringify({
    payment_method: {
      type: 'card',
      number: '4242424242424242',
      exp_month: 12,
      exp_year: 2034,
      cvc: '123',
    },
    email: 'robin@alder.example',
    expected_amount_atom: 4_900,
  }),
});

test.beforeEach(async ({ page, servers }) => {
  await page.goto(servers.site.url('evil', '/blank'));
});

test('a page on another origin that stole the token can neither pay nor change the order', async ({
  account,
  page,
  servers,
  session,
}) => {
  const url = `${servers.pay}/api/checkout/session`;
  expect(await tryFetch(page, `${url}/payments`, payment(session))).toMatchObject({
    status: 'blocked',
  });
  const headers = { authorization: `Bearer ${session.secure_token}` };
  const code = JSON.stringify({ code: 'SAVE20' });
  for (const init of [
    { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: code },
    { method: 'DELETE', headers },
  ]) {
    expect((await tryFetch(page, `${url}/promotion-code`, init)).status).toBe('blocked');
  }
  await tryFetch(page, `${url}/payments`, {
    ...payment(session),
    mode: 'no-cors',
    headers: { 'content-type': 'text/plain' },
  });
  expect(await account.readSession(session.id)).toMatchObject({
    state: 'open',
    amount_total_atom: 4_900,
  });
});

test('a page on another origin is told why it may not read the session, and reads nothing', async ({
  page,
  servers,
  session,
}) => {
  const read = await tryFetch(page, `${servers.pay}/api/checkout/session`, {
    headers: { authorization: `Bearer ${session.secure_token}` },
  });
  expect(read.status).toBe(403);
  expect(JSON.parse(read.body)).toMatchObject({ code: 'origin_not_allowed' });
  expect(read.body).not.toContain(session.id);
  expect(read.body).not.toContain('49');
});

test('on a page that the session does not name a checkout ends at once, and says why', async ({
  account,
  shop,
}) => {
  const other = 'https://other-shop.example/';
  const session = await account.createSession({ success_url: other, return_url: other });
  await shop.open();
  await shop.mount(session);
  expect(await shop.event('error')).toMatchObject({
    code: 'origin_not_allowed',
    recoverable: false,
    phase: 'failed',
  });
  expect((await shop.events()).map(({ type }) => type)).toEqual(['error']);
});

test('the page of the shop may read the session and not pay it', async ({
  account,
  page,
  servers,
  session,
}) => {
  await page.goto(servers.site.url('shop', '/blank'));
  const read = await tryFetch(page, `${servers.pay}/api/checkout/session`, {
    headers: { authorization: `Bearer ${session.secure_token}` },
  });
  expect(read.status).toBe(200);
  expect(JSON.parse(read.body)).toMatchObject({ id: session.id, state: 'open' });
  const paid = await tryFetch(
    page,
    `${servers.pay}/api/checkout/session/payments`,
    payment(session),
  );
  expect(paid.status).toBe('blocked');
  expect(await account.readSession(session.id)).toMatchObject({ state: 'open' });
});

test('no page reaches the control plane or the secret endpoints: fetch, no-cors, form', async ({
  account,
  page,
  servers,
  session,
}) => {
  const clock = `${servers.pay}/_mock/accounts/${account.id}/clock`;
  const secret = `${servers.pay}/api/${account.id}/checkout-sessions`;
  const headers = { authorization: 'Bearer sk_test_e2e', 'content-type': 'application/json' };
  const body = JSON.stringify({ advance: '1000h' });
  for (const [url, init] of [
    [clock, { method: 'GET' }],
    [clock, { method: 'POST', headers: { 'content-type': 'application/json' }, body }],
    [clock, { method: 'POST', headers: { 'content-type': 'text/plain' }, body }],
    [`${servers.pay}/_mock/accounts/${account.id}`, { method: 'DELETE' }],
    [secret, { headers }],
    [`${secret}/${session.id}/complete`, { method: 'POST', headers }],
  ] as const) {
    expect((await tryFetch(page, url, init)).status).toBe('blocked');
    await tryFetch(page, url, { ...init, mode: 'no-cors', headers: {} });
  }
  const submitted = page.waitForResponse(clock);
  await page.evaluate(
    ([action, text]) => {
      const form = Object.assign(document.createElement('form'), {
        action,
        method: 'post',
        enctype: 'text/plain',
      });
      const input = Object.assign(document.createElement('input'), { name: text, value: '' });
      form.append(input);
      document.body.append(form);
      form.submit();
    },
    [clock, body] as const,
  );
  expect((await submitted).status()).toBe(403);
  expect(await account.readSession(session.id)).toMatchObject({ state: 'open' });
});

test('a name that was rebound to loopback gets nothing', async ({ account, servers, session }) => {
  for (const path of [
    '/_mock',
    `/_mock/accounts/${account.id}/clock`,
    '/api/checkout/session',
    `/checkout/${session.secure_token}`,
  ]) {
    const status = await new Promise((resolve, reject) => {
      const headers = { host: 'rebound.example' };
      request(`${servers.api}${path}`, { headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status, path).toBe(421);
  }
});

test('a secret key sent to a browser endpoint is refused in words', async ({ page, servers }) => {
  const answer = await page.request.get(`${servers.api}/api/checkout/session`, {
    headers: { authorization: 'Bearer sk_test_e2e' },
  });
  expect(answer.status()).toBe(401);
  expect(await answer.text()).toContain('never send it to a browser');
});
