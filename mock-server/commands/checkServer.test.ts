import { expect, test, vi } from 'vitest';
import { checkServer } from './checkServer.ts';

const url = 'http://127.0.0.1:4242';
const own = { 'x-request-id': 'req_dev_0123456789abcdef' };

const asking = (status: number, headers: Record<string, string>) =>
  vi.fn<typeof fetch>(() => Promise.resolve(new Response('<h1>nginx</h1>', { status, headers })));

test('the server that is meant is asked with its token, and lets it pass', async () => {
  const ask = asking(200, own);
  await checkServer(url, 'secret', ask);
  const [where, init] = ask.mock.calls[0] ?? [];
  expect([where, init?.headers]).toEqual([`${url}/_mock`, { authorization: 'Bearer secret' }]);
});

test.each([
  [404, {}, undefined, 'no mock server of PaymentKit answers there. Start it with'],
  [200, { 'x-request-id': '1' }, undefined, 'no mock server of PaymentKit answers there.'],
  [401, own, undefined, 'it asks for its control token. Give the one it was started with'],
  [401, own, 'other', 'this is not its control token. Give the one it was started with'],
])('status %s with %j, asked with %s: %s', async (status, headers, token, message) => {
  await expect(checkServer(url, token, asking(status, headers))).rejects.toThrow(message);
});

test('what takes the connection and says nothing is not waited for', async () => {
  vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(AbortSignal.abort());
  const ask: typeof fetch = async (_url, init) => {
    init?.signal?.throwIfAborted();
    return Promise.resolve(new Response(null, { headers: own }));
  };
  const asked = checkServer(url, undefined, ask);
  await expect(asked).rejects.toThrow(`Failed to reach ${url}: nothing answers there.`);
});
