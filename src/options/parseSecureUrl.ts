/** Whether a host name is this very machine, where http is as good as https. */
export const isLoopback = (hostname: string): boolean =>
  /^(127\.0\.0\.1|\[::1\]|(.+\.)?localhost)$/.test(hostname);

/**
 * An absolute address that may be trusted with a shopper: https, or http on loopback, and without user
 * information, which makes `https://shop.example@evil.example` look like the shop. `undefined` for
 * everything else, `javascript:`, `data:` and `blob:` among it. Only the browser's own parser decides.
 */
export function parseSecureUrl(value: unknown): URL | undefined {
  if (typeof value !== 'string' || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  const { protocol, hostname, username, password } = url;
  const secure = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  return secure && !username && !password ? url : undefined;
}
