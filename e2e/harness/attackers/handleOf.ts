import { createHash } from 'node:crypto';
import type { Locator } from '@playwright/test';

/** The part of a frame's address that finds a session: the hash of its token, which opens nothing. */
export const handleOf = (token: string): string =>
  createHash('sha256').update(token).digest('base64url');

/** The nonce of a mount. Any script of the merchant page can read it; attacks are handed it. */
export async function nonceOf(frame: Locator): Promise<string> {
  const src = (await frame.getAttribute('src')) ?? '';
  return new URLSearchParams(new URL(src).hash.slice(1)).get('n') ?? '';
}
