import { fileURLToPath } from 'node:url';
import { expect, test as base, type Page } from '@playwright/test';
import { createMockServer } from 'paymentkit-mock-server';
import { cards, payWith } from '../fixtures/payWith.ts';
import { serveFiles } from '../../e2e/harness/serveFiles.ts';

const dist = fileURLToPath(new URL('./dist', import.meta.url));

const test = base.extend<{ site: Awaited<ReturnType<typeof serveFiles>> }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from the pattern
  site: async ({}, use) => {
    const site = await serveFiles(dist);
    await use(site);
    await site.close();
  },
});

async function order(page: Page, origin: string) {
  await page.goto(origin);
  await page.getByRole('button', { name: 'Order the premium kit' }).click();
  return page.frameLocator('#checkout iframe');
}

test('a whole checkout, bank and all, from plain files', async ({ page, site }) => {
  const checkout = await order(page, site.origin);
  await payWith(checkout, cards.declined);
  await expect(page.getByText('Nothing was charged.')).toBeVisible();
  await payWith(checkout, cards.challenged);
  await checkout.frameLocator('iframe').getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Thank you.')).toBeVisible();
  const files = site.asked.filter((path) => !/^\/(assets\/.*|mockServiceWorker\.js)?$/.test(path));
  expect(files).toEqual([]);
});

/** A day in the life of an account: what is asked, with the names of answers put into later requests. */
const script: readonly (readonly [method: string, path: string, key: string, body?: unknown])[] = [
  [
    'POST',
    '/api/acc_1/checkout-sessions',
    'sk_1',
    {
      line_items: [{ price_id: 'price_premium', quantity: 2 }],
      success_url: 'https://shop.example/thanks',
      return_url: 'https://shop.example/cart',
    },
  ],
  ['GET', '/api/acc_1/checkout-sessions/{id}', 'sk_1'],
  ['GET', '/api/acc_2/checkout-sessions/{id}', 'sk_1'],
  ['GET', '/api/checkout/session', '{token}'],
  ['POST', '/api/checkout/session/promotion-code', '{token}', { code: 'SAVE20' }],
  ['POST', '/api/checkout/session/payments', '{token}', { expected_amount_atom: 'x' }],
  [
    'POST',
    '/api/checkout/session/payments',
    '{token}',
    {
      payment_method: {
        ...{ type: 'card', number: '4242424242424242', exp_month: 12, exp_year: 2099, cvc: '123' },
      },
      email: 'a@b.example',
      expected_amount_atom: 7840,
    },
  ],
  ['POST', '/api/acc_1/checkout-sessions/{id}/expire', 'sk_1', {}],
  ['GET', '/api/acc_1/payment-intents?limit=1', 'sk_1'],
  ['GET', '/api/acc_1/customers?sort=name', 'sk_1'],
  ['PUT', '/api/acc_1/customers', 'sk_1', {}],
  ['DELETE', '/api/acc_1/prices/price_basic', 'pk_1'],
  ['POST', '/_mock/accounts/acc_1/clock', 'sk_1', { advance: '25h' }],
];

type Answer = readonly [status: number, type: string | null, text: string];
type Ask = (method: string, path: string, key: string, body: string | undefined) => Promise<Answer>;

const fetchFrom =
  (origin: string): Ask =>
  async (method, path, key, body) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const response = await fetch(origin + path, { method, headers, ...(body && { body }) });
    return [response.status, response.headers.get('content-type'), await response.text()];
  };

const fetchInPage =
  (page: Page): Ask =>
  (...asked) =>
    page.evaluate(async ([method, path, key, body]) => {
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
      const response = await fetch(path, { method, headers, ...(body && { body }) });
      return [response.status, response.headers.get('content-type'), await response.text()];
    }, asked);

/** What differs between any two runs: ids, tokens, times and origins. */
const comparable = (text: string, origin: string): string =>
  text
    .replaceAll(origin, 'https://paymentkit.example')
    .replaceAll(/(cst|[a-z]+_dev)_[\w-]{16,}/g, '$1_…')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'a time')
    .replaceAll(/"offset_ms":\d+/g, '"offset_ms":…');

async function play(ask: Ask, origin: string): Promise<readonly unknown[]> {
  const answers: unknown[] = [];
  const names = { id: '', token: '' };
  for (const [method, path, key, body] of script) {
    const fill = (text: string): string =>
      text.replace('{id}', names.id).replace('{token}', names.token);
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const [status, type, text] = await ask(method, fill(path), fill(key), sent);
    if (names.id === '') {
      const session = JSON.parse(text) as { id: string; secure_token: string };
      Object.assign(names, { id: session.id, token: session.secure_token });
    }
    answers.push([method, path, status, type, comparable(text, origin)]);
  }
  return answers;
}

test('the worker answers what the server answers', async ({ page, site }) => {
  await page.goto(site.origin);
  await expect(page.getByRole('button', { name: 'Order the premium kit' })).toBeEnabled();
  const server = createMockServer();
  const origin = await server.listen();
  const expected = await play(fetchFrom(origin), origin);
  expect(await play(fetchInPage(page), site.origin)).toEqual(expected);
  expect(expected.map((answer) => (answer as [string, string, number])[2])).toEqual([
    201, 200, 404, 200, 200, 422, 200, 409, 200, 400, 405, 403, 200,
  ]);
  await server.close();
});
