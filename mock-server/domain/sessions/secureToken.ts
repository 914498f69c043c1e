import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Base64 as it may stand in a URL, without padding. */
export function base64url(bytes: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** A session's secure token from 256 random bits. */
export function secureToken(random: Uint8Array): string {
  return `cst_${base64url(random)}`;
}

/**
 * What finds the session of a token and may stand in a URL: it authorises nothing. Looking a token up by its hash also
 * means that the time a look-up takes says nothing about the tokens there are.
 */
export function checkoutHandle(token: string): string {
  return base64url(sha256(utf8ToBytes(token)));
}
