import { isLoopbackHost } from './isLoopbackHost.ts';

const placeholder = '{CHECKOUT_SESSION_ID}';

/** A host may hold `*` and `;` for a URL parser; in a `frame-ancestors` these would say something else. */
const plainHost = /^([a-z0-9_-]+(\.[a-z0-9_-]+)*|\[[\da-f:.]+\])$/;

function isSafe(url: URL): boolean {
  if (url.username || url.password || !plainHost.test(url.hostname)) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
}

/** A success or return URL with the session id filled in; URL-encoded, so that an id can only ever be a value. */
export function fillReturnUrl(url: string, sessionId: string): string {
  return new URL(url.replaceAll(placeholder, encodeURIComponent(sessionId))).href;
}

/** The origin of a URL that a shopper may be sent to; `undefined` when it is none of the allowed kind. */
export function returnUrlOrigin(text: string): string | undefined {
  // The parser drops tabs and line ends and reads a backslash as a slash: what was checked would not be what is stored.
  if (/[\s\\]|\p{Cc}/u.test(text) || !URL.canParse(text)) return undefined;
  // Without the slashes it is absolute here, and a path of its own site on an https page.
  if (!/^https?:\/\//i.test(text)) return undefined;
  const url = new URL(text);
  const filled = text.replaceAll(placeholder, 'cs');
  const staysPut = URL.canParse(filled) && new URL(filled).origin === url.origin;
  return isSafe(url) && staysPut ? url.origin : undefined;
}

/** Whether the text is an origin, exactly as a browser writes it: https, or http on a loopback host. */
export function isExactOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text && isSafe(new URL(text));
}
