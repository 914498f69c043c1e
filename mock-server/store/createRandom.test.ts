import { expect, test } from 'vitest';
import { checkoutHandle, secureToken } from '../domain/sessions/secureToken.ts';
import { createRandom } from './createRandom.ts';

test('ids have the documented shape, and a hundred thousand of them are all different', () => {
  const random = createRandom();
  const ids = new Set(Array.from({ length: 100_000 }, () => random.id('cs')));
  expect(ids.size).toBe(100_000);
  for (const id of [...ids].slice(0, 100)) expect(id).toMatch(/^cs_dev_[a-z0-9]{16}$/);
});

test('bytes are never given out twice, whatever their number', () => {
  const random = createRandom();
  const drawn = new Set(Array.from({ length: 5_000 }, () => random.bytes(32).join()));
  expect(drawn.size).toBe(5_000);
  expect(random.bytes(16)).toHaveLength(16);
});

test('a token has 256 random bits and its handle is the hash of it (threat 31)', async () => {
  const token = secureToken(createRandom().bytes(32));
  expect(token).toMatch(/^cst_[\w-]{43}$/);
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  expect(checkoutHandle(token)).toBe(Buffer.from(hash).toString('base64url'));
});
