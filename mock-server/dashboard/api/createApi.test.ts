import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApi } from './createApi.ts';

const nothing = (): void => undefined;

/** A server that takes every request and answers none. */
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    'fetch',
    (_path: string, { signal }: RequestInit) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('The request was given up.')));
      }),
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test.each([
  ['a read', 15_000, () => createApi(nothing).get('/accounts')],
  ['a change', 30_000, () => createApi(nothing).send('POST', '/accounts')],
  [
    'a change that may take long',
    600_000,
    () => createApi(nothing).send('POST', '/', {}, { deadline: 600_000 }),
  ],
])('%s that a silent server took is given up after %i ms', async (_what, deadline, ask) => {
  const answered = vi.fn();
  void ask().then(answered);
  await vi.advanceTimersByTimeAsync(deadline - 1);
  expect(answered).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(answered).toHaveBeenCalledWith(expect.objectContaining({ status: 0, code: 'network' }));
});

test('an answer that came leaves no timer behind', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}')));
  await createApi(nothing).get('/accounts');
  expect(vi.getTimerCount()).toBe(0);
});

test.each([
  ['its key', { key: 'one' }, 'one'],
  ['none', {}, undefined],
])('a change that has %s is sent with it', async (_what, options, key) => {
  const fetch = vi.fn<typeof globalThis.fetch>().mockResolvedValue(new Response('{}'));
  vi.stubGlobal('fetch', fetch);
  await createApi(nothing).send('POST', '/accounts', {}, options);
  const headers = new Headers(fetch.mock.calls[0]?.[1]?.headers);
  expect(headers.get('idempotency-key') ?? undefined).toBe(key);
});
