import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { listenOn } from './listenOn.ts';

async function listen(port: number): Promise<{ origin: string; close: () => void }> {
  const server = createServer((_, response) => response.end('here'));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${taken}`, close: () => server.close() };
}

const what = { variable: 'EXAMPLES_PORT', what: 'the shop' };

test('a server that answers gives its origin', async () => {
  const { origin, close } = await listen(0);
  expect(await listenOn({ ...what, port: 0, listen: () => Promise.resolve(origin) })).toBe(origin);
  close();
});

test('a taken port is an error that names the variable', async () => {
  const { origin, close } = await listen(0);
  const port = Number(new URL(origin).port);
  const starting = listenOn({ ...what, port, listen: async () => (await listen(port)).origin });
  await expect(starting).rejects.toThrow(
    `Failed to start the shop: port ${port} is taken. Choose another one: EXAMPLES_PORT=`,
  );
  close();
});

test('so is one that the server tells in words of its own', async () => {
  const cause = Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE' });
  const told = new Error('Choose another one with --port.', { cause });
  const starting = listenOn({ ...what, port: 4243, listen: () => Promise.reject(told) });
  await expect(starting).rejects.toThrow('Choose another one: EXAMPLES_PORT=5243 npm start');
});

test('a server that does not answer is an error', async () => {
  const { origin, close } = await listen(0);
  close();
  const starting = listenOn({ ...what, port: 0, listen: () => Promise.resolve(origin) });
  await expect(starting).rejects.toThrow('does not answer');
});
