import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { base64url } from './base64url.ts';

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
