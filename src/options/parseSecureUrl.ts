/**
 * What a trusted address looks like once the browser has parsed and written it again: https, or http on
 * loopback, and no user information before the host.
 */
const secure = /^(https:\/\/[^/@]+|http:\/\/(127\.0\.0\.1|\[::1\]|([^/@]+\.)?localhost)(:\d+)?)\//;

/**
 * An absolute address that may be trusted with a shopper: https, or http on loopback, and without user
 * information, which makes `https://shop.example@evil.example` look like the shop. `undefined` for
 * everything else, `javascript:`, `data:` and `blob:` among it. Only what the browser's own parser has
 * understood is looked at.
 */
export function parseSecureUrl(value: unknown): URL | undefined {
  try {
    const url = new URL(value as string);
    if (secure.test(url.href)) return url;
  } catch {
    // Not an absolute address.
  }
  return undefined;
}
