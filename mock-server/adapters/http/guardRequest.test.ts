import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMockServer, type MockServer } from '../../createMockServer.ts';

interface RawReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

let server: MockServer;
let port = 0;

beforeAll(async () => {
  server = createMockServer({ allowHosts: ['pay.example'] });
  port = Number(new URL(await server.listen()).port);
});

afterAll(() => server.close());

/** A request whose every header, `Host` too, is chosen by the test; `fetch` would not send some of them. */
function send(
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string,
  to = port,
): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port: to, method, path, headers }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      incoming.on('end', () => {
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text });
      });
    });
    outgoing.on('error', reject).end(body);
  });
}

const code = (reply: RawReply): unknown => (JSON.parse(reply.text) as { code: unknown }).code;
const secret = { authorization: 'Bearer sk_test_1' };

test.each([
  'localhost',
  'localhost:1',
  '127.0.0.1:8080',
  '127.9.9.9',
  '[::1]:80',
  'shop.localhost:3000',
  'LocalHost',
  'pay.example',
  'pay.example:443',
])('a request to %s is answered', async (host) => {
  expect((await send('GET', '/_mock', { host })).status).toBe(200);
});

test.each([
  'evil.example',
  'localhost.evil.example',
  'evil.example:127',
  '127.0.0.1.evil.example',
  '192.168.0.1',
  '0.0.0.0',
  'notlocalhost',
  'localhost@evil.example',
  'x.pay.example',
  'localhost.',
  '..localhost',
  '127.0.0.999',
  'localhost:99999',
  'localhost:80:80',
  '2130706433',
  '[::ffff:127.0.0.1]',
])('a request to "%s" is a 421, whatever it asks for', async (host) => {
  for (const path of ['/_mock', '/checkout/x', '/assets/x', '/api/checkout/session', '/nothing']) {
    const reply = await send('GET', path, { host });
    expect([reply.status, code(reply)]).toEqual([421, 'host_not_allowed']);
  }
});

const privateRequests = [
  ['GET', '/_mock'],
  ['GET', '/_mock/accounts/acc_1/clock'],
  ['POST', '/_mock/accounts/acc_1/clock'],
  ['DELETE', '/_mock/accounts/acc_1'],
  ['GET', '/dashboard'],
  ['GET', '/dashboard/acc_1'],
  ['POST', '/api/acc_1/checkout-sessions'],
  ['GET', '/api/acc_1/checkout-sessions'],
  ['POST', '/api/acc_1/checkout-sessions/cs_1/complete'],
  ['OPTIONS', '/api/acc_1/checkout-sessions'],
  // An account whose name begins as the way of browsers does.
  ['GET', '/api/checkout-shop/customers'],
  ['GET', '/x/../_mock'],
] as const;

test.each(privateRequests)(
  '%s %s answers no page on another origin (threat 50)',
  async (method, path) => {
    for (const foreign of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://localhost:1' },
      { origin: `http://127.0.0.1:${String(port)}1` },
      { origin: `http://127.0.0.1:${String(port)}.evil.example` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: `http://127.0.0.1:${String(port)}`, 'sec-fetch-site': 'cross-site' },
    ]) {
      const reply = await send(method, path, { ...secret, ...foreign });
      expect([reply.status, code(reply)]).toEqual([403, 'origin_not_allowed']);
      expect(
        Object.keys(reply.headers).filter((name) => name.startsWith('access-control')),
      ).toEqual([]);
    }
  },
);

test('a page of this server, a person typing the address and a program may ask', async () => {
  const own = { host: `127.0.0.1:${String(port)}`, origin: `http://127.0.0.1:${String(port)}` };
  for (const headers of [
    { ...own, 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
    {},
  ]) {
    const reply = await send('GET', '/_mock', headers);
    expect(reply.status).toBe(200);
    expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual(
      [],
    );
  }
});

test('a form on another site can change nothing (threat 49)', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const plain = { 'content-type': 'text/plain' };
  for (const headers of [form, plain]) {
    const clock = await send('POST', '/_mock/accounts/acc_f/clock', headers, '{"advance":"1d"}');
    expect([clock.status, code(clock)]).toEqual([415, 'unsupported_media_type']);
    const foreign = { ...headers, origin: 'https://evil.example' };
    const blocked = await send('POST', '/_mock/accounts/acc_f/clock', foreign, '{"advance":"1d"}');
    expect(blocked.status).toBe(403);
  }
  const { text } = await send('GET', '/_mock/accounts/acc_f/clock', {});
  expect(JSON.parse(text)).toMatchObject({ offset_ms: 0 });
});

test('the hosted pages may be opened from anywhere', async () => {
  const foreign = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
  const reply = await send('GET', '/assets/none', foreign);
  expect(reply.status).toBe(404);
});

test('a client cannot choose the origin that a session’s page is on', async () => {
  const body = JSON.stringify({
    success_url: 'https://shop.example/',
    return_url: 'https://shop.example/',
  });
  const headers = { ...secret, host: 'localhost:99', 'x-forwarded-origin': 'https://evil.example' };
  const json = { 'content-type': 'application/json' };
  const { text } = await send(
    'POST',
    '/api/acc_1/checkout-sessions',
    { ...headers, ...json },
    body,
  );
  expect((JSON.parse(text) as { url: string }).url).toMatch(
    /^http:\/\/localhost:99\/checkout\/cst_/,
  );
});

test('the control token is asked for on /_mock alone, and compared whole', async () => {
  const guarded = createMockServer({ controlToken: 'correct-horse' });
  const to = Number(new URL(await guarded.listen()).port);
  const ask = async (path: string, token?: string) => {
    const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    return (await send('GET', path, headers, undefined, to)).status;
  };
  try {
    for (const wrong of [undefined, 'correct', 'correct-horse2', 'correct-horsE', 'sk_test_1']) {
      expect(await ask('/_mock', wrong)).toBe(401);
      expect(await ask('/_mock/accounts/a/clock', wrong)).toBe(401);
    }
    expect(await ask('/_mock', 'correct-horse')).toBe(200);
    expect(await ask('/api/acc_1/checkout-sessions', 'sk_test_1')).toBe(200);
  } finally {
    await guarded.close();
  }
});

test('beyond loopback it listens only with a control token (threat 60)', async () => {
  await expect(createMockServer().listen({ host: '0.0.0.0' })).rejects.toThrow(/--control-token/);
  const open = createMockServer({ controlToken: 'correct-horse' });
  const to = Number(new URL(await open.listen({ host: '0.0.0.0' })).port);
  try {
    const reply = await send('GET', '/_mock', { host: 'evil.example' }, undefined, to);
    expect(reply.status).toBe(421);
  } finally {
    await open.close();
  }
});
