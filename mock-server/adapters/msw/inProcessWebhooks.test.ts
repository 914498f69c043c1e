import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { expect, test } from 'vitest';
import { Webhook } from 'standardwebhooks';
import { createMockControl } from '../../createMockControl.ts';
import { createMockServer } from '../../createMockServer.ts';

const url = 'https://api.paymentkit.com';

test('under MSW a handler of the test receives webhooks, and no network is needed', async () => {
  const received: { readonly body: string; readonly headers: Record<string, string> }[] = [];
  const receiver = http.post('https://shop.example/webhooks', async ({ request }) => {
    const headers = Object.fromEntries(request.headers);
    received.push({ body: await request.text(), headers });
    return new HttpResponse(null, { status: 204 });
  });
  const msw = setupServer(...createMockServer().handlers, receiver);
  msw.listen({ onUnhandledFrame: 'error' });
  const control = createMockControl({ url });
  const { secret } = await control.webhooks.endpoint('https://shop.example/webhooks', [
    'checkout_session.completed',
  ]);
  const { id } = await control.createSession();
  await control.settle(id, 'complete');
  expect(await control.webhooks.deliveries()).toMatchObject([{ state: 'succeeded' }]);
  msw.close();
  const [webhook] = received;
  expect(new Webhook(secret).verify(webhook?.body ?? '', webhook?.headers ?? {})).toMatchObject({
    type: 'checkout_session.completed',
    data: { object: { id } },
  });
});

test('a server can hand webhooks to a function instead', async () => {
  const types: string[] = [];
  const server = createMockServer({
    async deliver(request) {
      types.push(request.headers.get('x-webhook-event-type') ?? '');
      await request.text();
      return new Response(null, { status: types.length === 1 ? 500 : 200 });
    },
  });
  const control = createMockControl({ url: await server.listen() });
  await control.webhooks.endpoint('https://shop.example/webhooks', ['product.created']);
  await control.request('POST', '/products', { name: 'Ink' });
  await control.clock.advance('10s');
  expect(types).toEqual(['product.created', 'product.created']);
  await server.close();
});
