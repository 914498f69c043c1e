import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { webhookRequestSchema } from '../../../schemas/webhookRequest.ts';
import { asClock, asProblem, parse } from '../harness/asProblem.ts';
import { closeReceivers, createReceiver, type Received } from '../harness/createReceiver.ts';
import { createWorld } from '../harness/createWorld.ts';
import { describeTransports, type Transport } from '../harness/describeTransports.ts';

const deliveriesSchema = z.looseObject({ data: z.array(z.looseObject({ id: z.string() })) });

const endpointSchema = z.looseObject({ id: z.string(), secret: z.string() });

/** A world whose clock stands still, so that nothing is tried again before its time is set. */
async function createShop(transport: Transport, url: string, events?: readonly string[]) {
  const world = createWorld(transport);
  await world.control('POST', '/clock', { freeze: true });
  const made = await world.api('POST', '/webhook-endpoints', { url, ...(events && { events }) });
  const endpoint = parse(endpointSchema, made);
  return {
    ...world,
    endpoint,
    rename: (name: string) => world.api('PATCH', '/customers/cus_abc123', { name }),
    /** Answers when everything that is due was delivered. */
    settle: () => world.advance('0s'),
  };
}

/** As the guide documents it: hex, under the whole secret. */
async function sign(body: string, secret: string): Promise<string> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytes(secret), algorithm, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, bytes(body));
  return Array.from(new Uint8Array(signature), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}

async function verify({ headers, body, event }: Received, secret: string): Promise<void> {
  expect(new Webhook(secret).verify(body, headers)).toEqual(event);
  const documented = await sign(body, secret);
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'x-webhook-signature': documented,
    'x-webhook-event-id': event.id,
    'x-webhook-event-type': event.type,
    'webhook-id': event.id,
  });
}

describeTransports('webhooks', (transport) => {
  closeReceivers();

  test('a change is delivered, signed in both ways, with what it was before', async () => {
    const receiver = await createReceiver();
    const shop = await createShop(transport, receiver.url);
    const none = await shop.control('GET', '/deliveries/whd_none/request');
    expect([none.status, asProblem(none).code]).toEqual([404, 'not_found']);
    await shop.rename('Jane Miller');
    await shop.settle();
    const [webhook] = receiver.received;
    if (!webhook) throw new Error('Nothing arrived.');
    expect(receiver.received).toHaveLength(1);
    await verify(webhook, shop.endpoint.secret);
    const log = await shop.control('GET', '/deliveries');
    const id = parse(deliveriesSchema, log).data[0]?.id ?? '';
    const shown = await shop.control('GET', `/deliveries/${id}/request`);
    const { headers, body } = parse(webhookRequestSchema, shown);
    expect({ headers, body }).toMatchObject({ body: webhook.body });
    const { 'user-agent': agent, ...told } = headers;
    expect(agent).toBe('PaymentKit-Mock/1.0');
    // A browser, where the server may be, sends its own name.
    expect(webhook.headers).toMatchObject(told);
    expect(webhook.headers['x-webhook-delivery-id']).toMatch(/^whd_dev_[a-z0-9]{16}$/);
    expect(webhook.event).toMatchObject({
      type: 'customer.updated',
      data: {
        object: { id: 'cus_abc123', object: 'customer', name: 'Jane Miller', custom_fields: {} },
        previous_attributes: { name: 'Jane Smith' },
      },
    });
  });

  test('an endpoint is told of what it asked for alone', async () => {
    const receiver = await createReceiver();
    const shop = await createShop(transport, receiver.url, ['product.created', 'coupon.deleted']);
    await shop.rename('Jane Miller');
    await shop.api('POST', '/products', { name: 'Ink' });
    await shop.api('DELETE', '/coupons/coupon_dev_abc123');
    await shop.settle();
    expect(receiver.types()).toEqual(['product.created', 'coupon.deleted']);
  });

  test('a server error is tried again after 5 s, 30 s, 5 min and 30 min, then never (fault 44)', async () => {
    const receiver = await createReceiver(500, 503, 500, 502, 599);
    const shop = await createShop(transport, receiver.url);
    await shop.rename('Jane Miller');
    await shop.settle();
    for (const [attempt, delay] of [5, 30, 300, 1800].entries()) {
      const clock = asClock(await shop.control('GET', '/clock'));
      const due = Date.parse(clock.next_due_at ?? '');
      const wait = (due - Date.parse(clock.now)) / 1000;
      expect(Math.abs(wait - delay)).toBeLessThanOrEqual(delay * 0.2);
      const counts: number[] = [];
      for (const at of [due - 1, due]) {
        await shop.control('POST', '/clock', { now: new Date(at).toISOString() });
        counts.push(receiver.received.length);
      }
      expect(counts).toEqual([attempt + 1, attempt + 2]);
    }
    await shop.advance('48h');
    expect(receiver.received).toHaveLength(5);
    const [first] = receiver.received;
    for (const webhook of receiver.received) {
      await verify(webhook, shop.endpoint.secret);
      expect(webhook.body).toBe(first?.body);
    }
    const ids = receiver.received.map(({ headers }) => headers['x-webhook-delivery-id']);
    expect(new Set(ids).size).toBe(5);
  });

  test('moving the clock far makes every attempt at its own time', async () => {
    const receiver = await createReceiver(500, 500, 200);
    const shop = await createShop(transport, receiver.url);
    await shop.rename('Jane Miller');
    await shop.advance('1h');
    expect(receiver.received).toHaveLength(3);
  });

  test.each([
    ['a 400', 400],
    ['a 404', 404],
    ['a 410', 410],
    ['a redirect', 307],
  ])('%s is final', async (_, status) => {
    const receiver = await createReceiver(status);
    const shop = await createShop(transport, receiver.url);
    await shop.rename('Jane Miller');
    await shop.advance('1h');
    expect(receiver.received).toHaveLength(1);
  });

  test('a connection that is cut is tried again', async () => {
    const receiver = await createReceiver('cut', 200);
    const shop = await createShop(transport, receiver.url);
    await shop.rename('Jane Miller');
    await shop.advance('10s');
    expect(receiver.received).toHaveLength(2);
  });

  test('webhooks arrive in the order in which things happened', async () => {
    const receiver = await createReceiver();
    const shop = await createShop(transport, receiver.url, ['customer.updated']);
    const names = Array.from({ length: 20 }, (_, index) => `Jane ${String(index)}`);
    for (const name of names) await shop.rename(name);
    await shop.settle();
    expect(receiver.received.map(({ event }) => event.data.object['name'])).toEqual(names);
  });

  test('a session that expires by itself is told of at its time', async () => {
    const receiver = await createReceiver();
    const shop = await createShop(transport, receiver.url, ['checkout_session.expired']);
    const { id } = await shop.create({ expires_in_hours: 1 });
    await shop.advance('3h');
    expect(receiver.received.map(({ event }) => [event.type, event.data.object.id])).toEqual([
      ['checkout_session.expired', id],
    ]);
  });

  test('an endpoint that was disabled, deleted or reset is told nothing more', async () => {
    const [failing, deleted, reset] = [
      await createReceiver(500),
      await createReceiver(500),
      await createReceiver(500),
    ];
    const shop = await createShop(transport, failing.url);
    await shop.api('POST', '/webhook-endpoints', { url: deleted.url });
    const other = await createShop(transport, reset.url);
    for (const world of [shop, other]) {
      await world.rename('Jane Miller');
      await world.settle();
    }
    const list = parse(
      z.object({ data: z.array(endpointSchema) }),
      await shop.api('GET', '/webhook-endpoints'),
    );
    const path = (id = '') => `/webhook-endpoints/${id}`;
    await shop.api('DELETE', path(list.data.find(({ id }) => id !== shop.endpoint.id)?.id));
    await shop.api('PATCH', path(shop.endpoint.id), { enabled: false });
    await other.control('DELETE', '');
    for (const world of [shop, other]) await world.advance('24h');
    const counts = [failing, deleted, reset].map(({ received }) => received.length);
    expect(counts).toEqual([1, 1, 1]);
    const log = parse(deliveriesSchema, await shop.control('GET', '/deliveries')).data;
    expect(log.map(({ state, error }) => [state, error])).toEqual([
      ...Array<unknown>(2).fill(['failed', 'The endpoint was deleted or disabled.']),
      ...Array<unknown>(2).fill(['failed', null]),
    ]);
  });

  test('events are kept and listed, whether or not anybody is told', async () => {
    const world = createWorld(transport);
    await world.api('PATCH', '/customers/cus_abc123', { name: 'Jane Miller' });
    await world.api('POST', '/products', { name: 'Ink' });
    const eventSchema = z.looseObject({ id: z.string(), type: z.string() });
    const listSchema = z.object({ data: z.array(eventSchema), total: z.int() });
    const list = parse(listSchema, await world.api('GET', '/events'));
    expect(list.data.map(({ type }) => type)).toEqual(['product.created', 'customer.updated']);
    const [event] = list.data;
    const one = await world.api('GET', `/events/${event?.id ?? ''}`);
    expect(parse(eventSchema, one)).toEqual(event);
    const some = await world.api('GET', '/events?type=customer.updated');
    expect(parse(listSchema, some).total).toBe(1);
    expect((await world.api('GET', '/events?type=customer.sneezed')).status).toBe(400);
  });

  test.each([
    'http://shop.example/webhooks',
    'https://10.0.0.1/',
    'https://169.254.169.254/',
    'https://user:secret@shop.example/',
    'ftp://localhost/',
    'localhost:3000',
  ])('%s is refused as an address', async (url) => {
    const world = createWorld(transport);
    const made = await world.api('POST', '/webhook-endpoints', { url: 'http://localhost:1/' });
    const path = `/webhook-endpoints/${parse(endpointSchema, made).id}`;
    for (const reply of [
      await world.api('POST', '/webhook-endpoints', { url }),
      await world.api('PATCH', path, { url }),
    ]) {
      expect(reply.status).toBe(422);
      expect(asProblem(reply).errors?.[0]?.loc).toEqual(['body', 'url']);
    }
  });

  test.each([
    ['checkout.session.completed', 'Perhaps you mean checkout_session.completed'],
    ['sneezed', 'Give an event type, such as checkout_session.completed, or * for all of them'],
  ])('an endpoint for %s is told which events there are', async (type, words) => {
    const body = { url: 'https://shop.example/', events: ['invoice.paid', type] };
    const reply = await createWorld(transport).api('POST', '/webhook-endpoints', body);
    const [fault] = asProblem(reply).errors ?? [];
    expect(fault?.loc).toEqual(['body', 'events', 1]);
    expect(fault?.msg).toContain(words);
  });
});
