import { encodeBase64Url } from '../protocol/encodeBase64Url.ts';

/**
 * The public handle of a secure token: base64url(SHA-256(token)). It finds a session and authorises
 * nothing, so it may stand in the address of a frame.
 *
 * @example
 * ```ts
 * import { checkoutHandle } from 'paymentkit-js/hosted';
 *
 * const path = `/embed/${await checkoutHandle('cst_example')}`;
 * ```
 */
export async function checkoutHandle(token: string): Promise<string> {
  return encodeBase64Url(
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))),
  );
}
