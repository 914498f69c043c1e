import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import { RefusedReceiver } from '../../webhooks/sendOnce.ts';
import { createSendPinned } from './createSendPinned.ts';

const servers: { close(): void }[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  host = '127.0.0.1',
): Promise<number> {
  const server = createServer(answer).listen(0, host);
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

const post = (url: string, body = '{}'): Request =>
  new Request(url, { method: 'POST', body, headers: { 'x-webhook-event-id': 'evt_1' } });

test('the body and the headers arrive as they were given', async () => {
  const seen = vi.fn();
  const port = await listen((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    request.on('end', () => {
      seen(request.method, request.url, request.headers['x-webhook-event-id'], text);
      response.writeHead(204).end();
    });
  });
  const url = `http://shop.localhost:${String(port)}/webhooks?a=1`;
  expect(await createSendPinned([])(post(url, '{"name":"Zoë"}'))).toEqual({ status: 204 });
  expect(seen.mock.calls).toEqual([['POST', '/webhooks?a=1', 'evt_1', '{"name":"Zoë"}']]);
});

test('localhost is reached where only its IPv6 address listens', async () => {
  const port = await listen((_request, response) => response.end(), '::1');
  const { status } = await createSendPinned([])(post(`http://localhost:${String(port)}/`));
  expect(status).toBe(200);
});

test('an answer without an end is given up, whatever its status', async () => {
  let ended = (): void => undefined;
  const given = new Promise<void>((resolve) => (ended = resolve));
  const port = await listen((_request, response) => {
    const more = setInterval(() => response.write('x'.repeat(16_384)), 1);
    response.on('close', () => {
      clearInterval(more);
      ended();
    });
  });
  const { status } = await createSendPinned([])(post(`http://127.0.0.1:${String(port)}/`));
  expect(status).toBe(200);
  await given;
});

test('a redirect is an answer and leads nowhere (threat 57)', async () => {
  const asked: (string | undefined)[] = [];
  const port = await listen((request, response) => {
    asked.push(request.url);
    response.writeHead(307, { location: '/elsewhere' }).end();
  });
  const { status } = await createSendPinned([])(post(`http://127.0.0.1:${String(port)}/here`));
  expect([status, asked]).toEqual([307, ['/here']]);
});

test.each([
  ['one private address', ['10.0.0.1']],
  ['a public and a private one', ['1.1.1.1', '192.168.0.7']],
  ['the metadata service of a cloud', ['169.254.169.254']],
  ['loopback', ['127.0.0.1']],
  ['no address', []],
])('a name that stands for %s is refused (threat 57)', async (_, addresses) => {
  const resolve = vi.fn(() =>
    Promise.resolve(addresses.map((address) => ({ address, family: 4 }))),
  );
  const sending = createSendPinned([], resolve)(post('https://shop.example/'));
  await expect(sending).rejects.toThrow(RefusedReceiver);
  expect(resolve.mock.calls).toEqual([['shop.example']]);
});

test('plain http beyond loopback is refused before its name is looked up', async () => {
  const resolve = vi.fn();
  const sending = createSendPinned([], resolve)(post('http://shop.example/'));
  await expect(sending).rejects.toThrow('https');
  expect(resolve).not.toHaveBeenCalled();
});

test('a name that was allowed may be anywhere, and is looked up once', async () => {
  const port = await listen((_request, response) => response.writeHead(200).end());
  const resolve = vi.fn(() => Promise.resolve([{ address: '127.0.0.1', family: 4 }]));
  const send = createSendPinned(['shop.internal'], resolve);
  expect(await send(post(`http://shop.internal:${String(port)}/`))).toEqual({ status: 200 });
  expect(resolve).toHaveBeenCalledTimes(1);
});

test('a name beyond loopback is looked up and connected to anew each time', async () => {
  const connections = new Set<unknown>();
  const port = await listen(({ socket }, response) => {
    connections.add(socket);
    response.end();
  });
  const resolve = vi.fn(() => Promise.resolve([{ address: '127.0.0.1', family: 4 }]));
  const send = createSendPinned(['shop.internal'], resolve);
  for (const count of [1, 2, 3]) {
    await send(post(`http://shop.internal:${String(port)}/`));
    // A moment in which a connection that was kept would be free again.
    await new Promise((free) => setTimeout(free, 20));
    expect([connections.size, resolve.mock.calls.length]).toEqual([count, count]);
  }
});

test('a connection that is closed as it is used again is no failure of the receiver', async () => {
  const known = new WeakSet();
  let cuts = 0;
  const port = await listen(({ socket }, response) => {
    if (!known.has(socket)) {
      known.add(socket);
      response.end();
      return;
    }
    cuts += 1;
    socket.destroy();
  });
  const send = createSendPinned([]);
  // A connection is free again a moment after its answer has come.
  while (cuts === 0) {
    expect(await send(post(`http://127.0.0.1:${String(port)}/`))).toEqual({ status: 200 });
  }
});

test('nobody listening is an error that says so', async () => {
  const port = await listen(() => undefined);
  for (const server of servers.splice(0)) server.close();
  const sending = createSendPinned([])(post(`http://127.0.0.1:${String(port)}/`));
  await expect(sending).rejects.toThrow('ECONNREFUSED');
});
