import { expect, test } from 'vitest';
import { createMockControl } from '../createMockControl.ts';
import { eventTypes } from '../domain/webhooks/eventTypes.ts';
import { triggerEvent } from './triggerEvent.ts';
import { serveTests } from '../adapters/fixtures/serveTests.ts';

const served = serveTests();

test.each(eventTypes)('%s happens, with everything that belongs to it', async (type) => {
  const control = createMockControl({ url: served.origin });
  await control.createSession();
  const events = await triggerEvent(control, type);
  expect(events.map((event) => event.type)).toContain(type);
  const all = (await control.request('GET', '/events')) as { total: number };
  expect(all.total).toBe(events.length + 1);
});

test('a payment comes whole and in order', async () => {
  const events = await triggerEvent(
    createMockControl({ url: served.origin }),
    'checkout_session.completed',
  );
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
