import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { requestSchema } from '../../../handlers/observing/createRequestLog.ts';
import { asPayment, asProblem, parse } from '../harness/asProblem.ts';
import { closeReceivers, createReceiver } from '../harness/createReceiver.ts';
import { card, createWorld } from '../harness/createWorld.ts';
import { describeTransports, type Transport } from '../harness/describeTransports.ts';

const pay = 'POST /api/checkout/session/payments';
const faultsSchema = z.object({ data: z.array(z.looseObject({ left: z.int() })) });
const requestsSchema = z.strictObject({ data: z.array(requestSchema) });

function createShop(transport: Transport) {
  const world = createWorld(transport);
  return {
    ...world,
    fault: (body: object) => world.control('POST', '/faults', body),
    left: async () =>
      parse(faultsSchema, await world.control('GET', '/faults')).data.map(({ left }) => left),
    requests: async () => parse(requestsSchema, await world.control('GET', '/requests')).data,
  };
}

describeTransports('faults of requests', (transport) => {
  test('a status is answered as often as it was asked for, and nothing is done', async () => {
    const shop = createShop(transport);
    const { id, secure_token: token } = await shop.create();
    expect((await shop.fault({ match: pay, status: 503, times: 2 })).status).toBe(201);
    for (const left of [1, 0]) {
      const reply = await shop.pay(token);
      expect([reply.status, asProblem(reply).code]).toEqual([503, 'fault']);
      expect(reply.headers.get('retry-after')).toBe('1');
      expect(await shop.left()).toEqual([left]);
    }
    expect((await shop.retrieve(id)).state).toBe('open');
    expect((await shop.pay(token)).status).toBe(200);
  });

  test('a request that is dropped before it is done has not happened', async () => {
    const shop = createShop(transport);
    const { id, secure_token: token } = await shop.create();
    await shop.fault({ match: pay, drop: 'before' });
    await expect(shop.pay(token)).rejects.toThrow(TypeError);
    expect((await shop.retrieve(id)).state).toBe('open');
  });

  test('one that is dropped after it was done has, and the same key brings its answer', async () => {
    const shop = createShop(transport);
    const { id, secure_token: token } = await shop.create();
    await shop.fault({ match: pay, drop: 'after_commit' });
    const key = { 'idempotency-key': 'press-1' };
    await expect(shop.pay(token, {}, key)).rejects.toThrow(TypeError);
    expect((await shop.retrieve(id)).state).toBe('completed');
    const again = await shop.pay(token, {}, key);
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
  });

  test('a refusal is dropped, too', async () => {
    const shop = createShop(transport);
    const { secure_token: token } = await shop.create();
    await shop.fault({ match: pay, drop: 'after_commit' });
    await expect(shop.pay(token, { email: 'nobody' })).rejects.toThrow(TypeError);
    expect((await shop.pay(token)).status).toBe(200);
  });

  test('one that is late is answered late', async () => {
    const shop = createShop(transport);
    await shop.fault({ match: '/api/:account/customers', latency_ms: 60 });
    const started = performance.now();
    expect((await shop.api('GET', '/customers')).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(58);
  });

  test('the page of a merchant can read why its read failed', async () => {
    const shop = createShop(transport);
    const { secure_token: token } = await shop.create();
    await shop.fault({ match: 'GET /api/checkout/session', status: 429 });
    const origin = 'https://shop.example';
    const reply = await shop.browser('GET', '', token, undefined, { origin });
    const { code, title } = asProblem(reply);
    expect([reply.status, code, title]).toEqual([429, 'rate_limited', 'Too Many Requests']);
    expect(reply.headers.get('access-control-allow-origin')).toBe(origin);
  });

  test('faults reach one account, never the control plane, and are taken back together', async () => {
    const [shop, other] = [createShop(transport), createShop(transport)];
    await shop.fault({ match: '/*', status: 500, times: 9 });
    expect((await shop.api('GET', '/customers')).status).toBe(500);
    expect((await other.api('GET', '/customers')).status).toBe(200);
    expect((await shop.control('GET', '/api/customers')).status).toBe(200);
    expect((await shop.control('DELETE', '/faults')).status).toBe(204);
    expect((await shop.api('GET', '/customers')).status).toBe(200);
    expect(await shop.left()).toEqual([]);
  });

  test('one fault is taken back, and the others stay', async () => {
    const shop = createShop(transport);
    const made = parse(
      z.looseObject({ id: z.string() }),
      await shop.fault({ match: pay, status: 503 }),
    );
    await shop.fault({ match: '/api/:account/customers', status: 500, times: 2 });
    expect((await shop.control('DELETE', `/faults/${made.id}`)).status).toBe(204);
    expect(await shop.left()).toEqual([2]);
    expect((await shop.api('GET', '/customers')).status).toBe(500);
    const again = await shop.control('DELETE', `/faults/${made.id}`);
    expect([again.status, asProblem(again).code]).toEqual([404, 'not_found']);
    const other = createShop(transport);
    const foreign = parse(
      z.looseObject({ id: z.string() }),
      await other.fault({ match: pay, status: 503 }),
    );
    expect((await shop.control('DELETE', `/faults/${foreign.id}`)).status).toBe(404);
    expect(await other.left()).toEqual([1]);
  });

  test.each([
    [{}, 'match'],
    [{ match: { path: '/*' }, status: 500 }, 'match'],
    [{ match: 'everything', status: 500 }, 'match'],
    [{ match: '/*' }, 'status'],
    [{ match: '/*', status: 200 }, 'status'],
    [{ match: '/*', status: 500, drop: 'before' }, 'drop'],
    [{ match: '/*', status: 500, times: 0 }, 'times'],
    [{ match: '/*', latency_ms: 60_001 }, 'latency_ms'],
    [{ match: '/*', latency_ms: 0 }, 'latency_ms'],
  ])('%j is a 422', async (body, field) => {
    const reply = await createShop(transport).fault(body);
    expect([reply.status, asProblem(reply).errors?.[0]?.loc]).toEqual([422, ['body', field]]);
  });
});

describeTransports('faults of webhooks', (transport) => {
  closeReceivers();

  async function createTold() {
    const receiver = await createReceiver();
    const shop = createShop(transport);
    await shop.control('POST', '/clock', { freeze: true });
    const made = await shop.api('POST', '/webhook-endpoints', { url: receiver.url });
    const { secret } = parse(z.looseObject({ secret: z.string() }), made);
    return {
      ...shop,
      receiver,
      secret,
      rename: (name: string) => shop.api('PATCH', '/customers/cus_abc123', { name }),
      names: () => receiver.received.map(({ event }) => event.data.object['name']),
      wrong: (kind: string) => shop.control('POST', '/webhook-faults', { kind }),
    };
  }

  test('a duplicate is the same event in two deliveries', async () => {
    const shop = await createTold();
    await shop.wrong('duplicate');
    await shop.rename('A');
    await shop.rename('B');
    await shop.advance('0s');
    expect(shop.names()).toEqual(['A', 'A', 'B']);
    const [one, other] = shop.receiver.received;
    expect(one?.event.id).toBe(other?.event.id);
    expect(one?.headers['x-webhook-delivery-id']).not.toBe(other?.headers['x-webhook-delivery-id']);
  });

  test('what was to go wrong goes right again when the faults are taken away', async () => {
    const shop = await createTold();
    await shop.wrong('duplicate');
    await shop.control('DELETE', '/faults');
    await shop.rename('A');
    await shop.advance('0s');
    expect(shop.names()).toEqual(['A']);
  });

  test('a reordered one comes after those that happened later', async () => {
    const shop = await createTold();
    await shop.wrong('reorder');
    for (const name of ['A', 'B', 'C']) await shop.rename(name);
    await shop.advance('2s');
    expect(shop.names()).toEqual(['B', 'C', 'A']);
  });

  test('a bad signature fails both verifications, and the next one passes', async () => {
    const shop = await createTold();
    await shop.wrong('bad_signature');
    await shop.rename('A');
    await shop.rename('B');
    await shop.advance('0s');
    const [bad, good] = shop.receiver.received;
    const receiver = new Webhook(shop.secret);
    expect(() => receiver.verify(bad?.body ?? '', bad?.headers ?? {})).toThrow();
    expect(receiver.verify(good?.body ?? '', good?.headers ?? {})).toBeTruthy();
  });
});

describeTransports('the request journal', (transport) => {
  test('it has what was asked, newest first, and nothing that is secret', async () => {
    const shop = createShop(transport);
    const { secure_token: token, id } = await shop.create();
    await shop.read(token);
    await shop.send('GET', `/checkout/${token}`);
    await shop.pay(token, { payment_method: card('4000000000000002') });
    await shop.control('POST', '/clock', { advance: '1s' });
    await shop.api('GET', `/checkout-sessions/${id}?expand=custom_fields`);
    await expect(shop.retrieve('none')).rejects.toThrow();
    const atBank = { payment_method: card('4000000000003220') };
    const { next_action: action } = asPayment(await shop.pay(token, atBank));
    const challenge = new URL(action?.url ?? '').pathname;
    await shop.send('GET', challenge);
    const requests = await shop.requests();
    const seen = requests.map(({ method, path, status, code, source }) =>
      [source, method, path.replace(shop.account, 'acc'), status, code].join(' ').trim(),
    );
    expect(seen).toEqual([
      'browser GET /checkout/challenge/… 200',
      'browser POST /api/checkout/session/payments 200',
      'api GET /api/acc/checkout-sessions/none 404 not_found',
      `api GET /api/acc/checkout-sessions/${id} 200`,
      'control POST /_mock/accounts/acc/clock 200',
      'browser POST /api/checkout/session/payments 402 card_declined',
      'browser GET /checkout/… 200',
      'browser GET /api/checkout/session 200',
      'api POST /api/acc/checkout-sessions 201',
    ]);
    expect(requests.slice(2).map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^There is no such checkout session here\./),
      ...[undefined, undefined],
      expect.stringContaining('declined'),
      ...[undefined, undefined, undefined],
    ]);
    // Who looks leaves no trace: the dashboard looks again whenever there is more.
    expect(await shop.requests()).toHaveLength(requests.length);
    const text = JSON.stringify(requests);
    const secrets = [token, 'sk_test', '4000000000000002', 'a@b.example', challenge.slice(-16)];
    for (const secret of secrets) {
      expect(text).not.toContain(secret);
    }
  });

  test('a refusal that quotes what was sent is kept without what is secret of it', async () => {
    const shop = createShop(transport);
    const { secure_token: token } = await shop.create();
    await shop.api('GET', `/customers?${token}=1`);
    await shop.api('POST', '/customers', { email: 'a@b.example', '4242424242424242': 1 });
    await shop.api('POST', '/customers', { email: 'a@b.example', sk_live_1: 1 });
    const requests = await shop.requests();
    expect(requests.slice(0, 3).map(({ detail }) => detail?.split(':')[0])).toEqual([
      'sk_…',
      '…',
      'cst_…',
    ]);
  });
});
