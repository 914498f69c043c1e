import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMockControl } from '../createMockControl.ts';
import { createMockServer, type MockServer } from '../createMockServer.ts';
import { eventTypes } from '../domain/webhooks/eventTypes.ts';
import { triggerEvent } from './triggerEvent.ts';

let server: MockServer;
let url = '';

beforeAll(async () => {
  server = createMockServer();
  url = await server.listen();
});

afterAll(() => server.close());

test.each(eventTypes)('%s happens, with everything that belongs to it', async (type) => {
  const control = createMockControl({ url });
  await control.createSession();
  const events = await triggerEvent(control, type);
  expect(events.map((event) => event.type)).toContain(type);
  const all = (await control.request('GET', '/events')) as { total: number };
  expect(all.total).toBe(events.length + 1);
});

test('a payment comes whole and in order', async () => {
  const events = await triggerEvent(createMockControl({ url }), 'checkout_session.completed');
  expect(events.map(({ type }) => type)).toEqual([
    'checkout_session.created',
    'payment_intent.created',
    'customer.created',
    'invoice.created',
    'invoice.paid',
    'payment_intent.succeeded',
    'checkout_session.completed',
  ]);
});
