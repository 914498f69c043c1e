import { once } from 'node:events';
import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { HttpResponse, http } from 'msw/http';
import { expect, test, vi } from 'vitest';
import { paymentSchema } from '../../schemas/payment.ts';
import { card, createWorld, urls } from '../contract/harness/createWorld.ts';
import type { AnsweredRequest } from './AnsweredRequest.ts';
import { createHttpServer } from './createHttpServer.ts';
import { serveTests } from '../fixtures/serveTests.ts';

const served = serveTests();

const transport = { name: 'node:http', api: () => served.origin, pages: () => served.origin };

/** Sends bytes as they are and returns everything that comes back until the connection ends. */
async function raw(bytes: string, port = new URL(served.origin).port): Promise<string> {
  const socket = connect(Number(port), '127.0.0.1');
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  socket.write(bytes);
  await once(socket, 'close');
  return text;
}

/** The adapter alone, over handlers of a test. */
async function serve(
  handler: Parameters<typeof http.get>[1],
  log?: (line: AnsweredRequest) => void,
) {
  const reportError = vi.fn();
  const adapter = createHttpServer({
    handlers: [http.get('https://api.paymentkit.com/x', handler)],
    context: { newRequestId: () => 'req_1', reportError },
    guard: { allowHosts: [], controlToken: undefined },
    log,
  });
  adapter.listen(0, '127.0.0.1');
  await once(adapter, 'listening');
  const address = adapter.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    port,
    reportError,
    url: `http://127.0.0.1:${String(port)}/x`,
    async close() {
      adapter.close();
      adapter.closeAllConnections();
      await once(adapter, 'close');
    },
  };
}

test('a connection is kept for a minute, so that a slow client does not find it closed', async () => {
  const { headers } = await fetch(`${served.origin}/_mock`);
  expect(headers.get('keep-alive')).toBe('timeout=65');
});

test.each([
  ['data', 'GET /_mock'],
  ['a refusal', 'GET /nowhere'],
  ['a preflight', 'OPTIONS /api/checkout/session'],
  ['a stream', 'GET /_mock/accounts/acc_1/stream'],
  ['a page', 'GET /dashboard'],
  ['a file that is not there', 'GET /assets/none.js'],
  ['what no parser took', 'NO REQUEST'],
])(
  '%s is taken by a browser for what it is, and by another origin for no part of its page',
  async (_, line) => {
    const socket = connect(Number(new URL(served.origin).port), '127.0.0.1');
    socket.write(`${line} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    const [head] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(head.toString()).toMatch(/^x-content-type-options: nosniff\r$/im);
    expect(head.toString()).toMatch(/^cross-origin-resource-policy: same-origin\r$/im);
  },
);

test('a body that grows above 256 kB is cut off with a 413', async () => {
  const chunk = 'x'.repeat(64 * 1024);
  const head =
    'POST /api/acc_1/checkout-sessions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer sk_1\r\n' +
    'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
  const chunks = Array.from({ length: 5 }, () => `10000\r\n${chunk}\r\n`).join('');
  const text = await raw(head + chunks);
  expect(text).toMatch(/^HTTP\/1\.1 413 /);
  expect(text).toContain('Connection: close');
  expect(text).toContain('"code":"body_too_large"');
});

test('a body that says it is larger than 256 kB is not waited for', async () => {
  const text = await raw(
    'POST /_mock/accounts/a/clock HTTP/1.1\r\nHost: localhost\r\nContent-Length: 262145\r\n\r\n',
  );
  expect(text).toMatch(/^HTTP\/1\.1 413 /);
});

test('a request that names two hosts, one of them allowed, is answered to nobody', async () => {
  const text = await raw(
    'GET /_mock HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
  );
  expect(text).toMatch(/^HTTP\/1\.1 421 /);
});

test.each([
  ['two lengths', 'Content-Length: 2\r\nContent-Length: 3\r\n'],
  ['a length and chunks', 'Content-Length: 2\r\nTransfer-Encoding: chunked\r\n'],
])('%s are a 400, and what follows is no request', async (_, framing) => {
  const head = `POST /api/acc_1/products HTTP/1.1\r\nHost: localhost\r\n${framing}\r\n`;
  const text = await raw(`${head}0\r\n\r\nGET /_mock HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 400']);
});

test('requests that follow each other without a pause are answered in their order', async () => {
  const get = (path: string, last = '') => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${last}\r\n`;
  const text = await raw(
    get('/_mock') + get('/api/acc_1/products') + get('/none', 'Connection: close\r\n'),
  );
  expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['200', '401', '404'].map((s) => `HTTP/1.1 ${s}`));
});

test('a method that fetch knows nothing of is a 405 that allows the others', async () => {
  const text = await raw(
    'TRACE /api/acc_1/products HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
  );
  expect(text).toMatch(/^HTTP\/1\.1 405 /);
  expect(text).toContain('allow: POST, GET, HEAD\r\n');
});

test('a connection is cut where a handler answers with a network error', async () => {
  const adapter = await serve(() => HttpResponse.error());
  await expect(fetch(adapter.url)).rejects.toThrow(TypeError);
  expect(await raw('GET /x HTTP/1.1\r\nHost: localhost\r\n\r\n', String(adapter.port))).toBe('');
  expect(adapter.reportError).not.toHaveBeenCalled();
  await adapter.close();
});

test('several cookies stay several', async () => {
  const headers = new Headers([
    ['set-cookie', 'a=1'],
    ['set-cookie', 'b=2'],
  ]);
  const adapter = await serve(() => new HttpResponse(null, { headers }));
  expect((await fetch(adapter.url)).headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  await adapter.close();
});

test('a handler that fails is a 500 that says nothing of why, and is reported', async () => {
  const adapter = await serve(() => {
    throw new Error('sk_live_secret');
  });
  const response = await fetch(adapter.url);
  expect([response.status, await response.text()]).toEqual([
    500,
    expect.not.stringContaining('secret'),
  ]);
  expect(adapter.reportError).toHaveBeenCalledOnce();
  await adapter.close();
});

test('each request is logged with method, path, status and time, and nothing that was sent', async () => {
  const lines: AnsweredRequest[] = [];
  const adapter = await serve(
    () => new HttpResponse('ok'),
    (line) => lines.push(line),
  );
  await fetch(`${adapter.url}?token=cst_1`, { headers: { authorization: 'Bearer sk_1' } });
  expect(lines).toEqual([
    { method: 'GET', pathname: '/x', status: 200, milliseconds: expect.any(Number) as number },
  ]);
  await adapter.close();
});

test('a refusal that quotes what was sent is logged without what is secret of it', async () => {
  const lines: AnsweredRequest[] = [];
  const adapter = await serve(
    () => {
      const detail = 'cst_1: This field is not known.';
      const init = { status: 422, headers: { 'content-type': 'application/problem+json' } };
      return HttpResponse.json({ code: 'validation_failed', detail }, init);
    },
    (line) => lines.push(line),
  );
  expect(await (await fetch(adapter.url)).text()).toContain('cst_1');
  expect(lines[0]?.problem).toBe('validation_failed: cst_…: This field is not known.');
  await adapter.close();
});

test('a retry after a dropped connection gets the first answer, and there is one charge', async () => {
  const world = createWorld(transport);
  const { id, secure_token: token } = await world.create();
  const body = { payment_method: card(), email: 'a@b.example', expected_amount_atom: 4900 };
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': 'press-1',
  };
  const outgoing = request(`${served.origin}/api/checkout/session/payments`, {
    method: 'POST',
    headers,
  });
  const closed = new Promise((resolve) => outgoing.on('error', resolve).on('close', resolve));
  // The whole request is on its way before the connection goes; its answer is never read.
  outgoing.end(JSON.stringify(body), () => outgoing.destroy());
  await closed;
  const isPaid = async () => {
    expect((await world.retrieve(id)).state).toBe('completed');
  };
  await vi.waitFor(isPaid, { timeout: 20_000 });
  const charged = (await world.retrieve(id)).payment_intent_id;
  const retry = await world.browser('POST', '/payments', token, body, {
    'idempotency-key': 'press-1',
  });
  expect(retry.status).toBe(200);
  expect(retry.headers.get('idempotent-replayed')).toBe('true');
  expect(paymentSchema.parse(JSON.parse(retry.text)).payment_intent_id).toBe(charged);
});

test('a client that goes before it has asked changes nothing and is no error', async () => {
  const report = vi.spyOn(console, 'error');
  const world = createWorld(transport);
  const socket = connect(Number(new URL(served.origin).port), '127.0.0.1');
  await once(socket, 'connect');
  const head = `POST /api/${world.account}/checkout-sessions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer sk_1\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{`;
  await new Promise<void>((resolve) =>
    socket.write(head, () => {
      resolve();
    }),
  );
  socket.destroy();
  await once(socket, 'close');
  expect((await world.api('GET', '/checkout-sessions')).text).toContain('"total":0');
  expect(report).not.toHaveBeenCalled();
  report.mockRestore();
});

test('a request that names no host is a 421', async () => {
  expect(await raw('GET /_mock HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 421 /);
});

test('a path in a proxy request or with dots in it opens nothing else', async () => {
  const text = await raw(
    'GET http://evil.example/_mock HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
  );
  expect(text).toMatch(/^HTTP\/1\.1 421 /);
  const own = await raw(
    'GET http://localhost/_mock HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
  );
  expect(own).toMatch(/^HTTP\/1\.1 200 /);
  const star = await raw('OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
  expect(star).toMatch(/^HTTP\/1\.1 405 /);
  const dots = await raw(
    'GET /assets/../_mock HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
  );
  expect(dots).toMatch(/^HTTP\/1\.1 200 /);
});

test('files are compressed for who takes it, documents too, and answers of the API are not', async () => {
  const world = createWorld(transport);
  const { secure_token: token } = await world.create();
  const page = `${served.origin}/checkout/${token}`;
  const read = (url: string, encoding: string) =>
    new Promise<{ encoding: string | undefined; vary: string | undefined; body: Buffer }>(
      (resolve) => {
        request(
          url,
          { headers: { 'accept-encoding': encoding, authorization: `Bearer ${token}` } },
          (incoming) => {
            const chunks: Buffer[] = [];
            incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
            incoming.on('end', () => {
              const { 'content-encoding': used, vary } = incoming.headers;
              resolve({ encoding: used, vary, body: Buffer.concat(chunks) });
            });
          },
        ).end();
      },
    );
  const plain = (await read(page, 'identity')).body.toString();
  const script = served.origin + (/\/assets\/[\w-]+\.js(?=")/.exec(plain)?.[0] ?? '');
  for (const url of [page, script]) {
    const whole = await read(url, 'identity');
    expect(whole.encoding).toBeUndefined();
    const brotli = await read(url, 'gzip, deflate, br');
    expect([brotli.encoding, brotli.vary]).toEqual(['br', 'Accept-Encoding']);
    expect(brotliDecompressSync(brotli.body).equals(whole.body)).toBe(true);
    const gzip = await read(url, 'gzip;q=1.0');
    expect(gzip.encoding).toBe('gzip');
    expect(gunzipSync(gzip.body).equals(whole.body)).toBe(true);
    expect((await read(url, 'br;q=0, gzip;q=0.000')).encoding).toBeUndefined();
    expect((await read(url, 'br')).body.equals(brotli.body)).toBe(true);
  }
  expect((await read(`${served.origin}/api/checkout/session`, 'br')).encoding).toBeUndefined();
});

test('a session made with another name of this server has its page there', async () => {
  const response = await fetch(
    `${served.origin.replace('127.0.0.1', 'localhost')}/api/acc_1/checkout-sessions`,
    {
      method: 'POST',
      headers: { authorization: 'Bearer sk_1', 'content-type': 'application/json' },
      body: JSON.stringify(urls),
    },
  );
  expect(await response.text()).toContain(
    `"url":"http://localhost:${new URL(served.origin).port}/checkout/`,
  );
});
