/**
 * An absolute address that may be trusted with a shopper: https, or http on loopback, and without user
 * information, which makes `https://shop.example@evil.example` look like the shop. `undefined` for
 * everything else, `javascript:`, `data:` and `blob:` among it.
 */
export function parseSecureUrl(value: unknown): URL | undefined {
  try {
    const url = new URL(value as string);
    // As the browser's own parser has written it again, which is all that is looked at.
    const secure = /^http(s:\/\/[^/@]+|:\/\/(127\.0\.0\.1|\[::1]|([^/@]+\.)?localhost)(:\d+)?)\//;
    if (secure.test(url.href)) return url;
  } catch {
    // Not an absolute address.
  }
  return undefined;
}
