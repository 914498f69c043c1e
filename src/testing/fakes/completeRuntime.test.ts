import { expect, test } from 'vitest';
import { completeRuntime } from './completeRuntime.ts';

const realm = (own: object): typeof globalThis => own as typeof globalThis;

test('a realm without Web Crypto and TextEncoder gets those of Node', async () => {
  const bare = realm({});
  completeRuntime(bare);
  expect(new bare.TextEncoder().encode('a')).toEqual(new Uint8Array([97]));
  expect(bare.crypto.getRandomValues(new Uint8Array(2))).toHaveLength(2);
  expect((await bare.crypto.subtle.digest('SHA-256', new Uint8Array())).byteLength).toBe(32);
});

test('a crypto without subtle gets that alone', () => {
  const getRandomValues = (): void => undefined;
  const half = realm({ crypto: { getRandomValues } });
  completeRuntime(half);
  expect(half.crypto.getRandomValues).toBe(getRandomValues);
  expect(half.crypto.subtle).toBeDefined();
});

test('addresses that cannot be tried, as in the jsdom of Jest 29, can be', () => {
  const URL = (): void => undefined;
  const old = realm({ URL });
  completeRuntime(old);
  expect(old.URL).toBe(URL);
  expect(['/done', 'http://'].map((to) => old.URL.canParse(to, 'https://shop.example'))).toEqual([
    true,
    false,
  ]);
});

test('nothing that is there is replaced', () => {
  const TextEncoder = (): void => undefined;
  const own = { TextEncoder, crypto: { subtle: {} } };
  completeRuntime(realm(own));
  expect(own).toEqual({ TextEncoder, crypto: { subtle: {} } });
  expect(own.TextEncoder).toBe(TextEncoder);
});
