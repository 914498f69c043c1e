import { checkOption } from './checkOption.ts';
import { checkToken } from './checkToken.ts';
import { parseSecureUrl } from './parseSecureUrl.ts';

/** Where the hosted page lives. */
export interface HostOption {
  /**
   * The origin of the hosted page: https, or http on loopback.
   *
   * @default 'https://checkout.paymentkit.com'
   */
  readonly host?: string | undefined;
}

/** Which session to pay: its token or its address, one of the two. */
export interface AccessOptions extends HostOption {
  /** The session's `secure_token`, or a function that fetches it. The function is called once. */
  readonly secureToken?: string | (() => Promise<string>) | undefined;
  /**
   * The session's `url` instead: host and token come from it, so nothing differs between development,
   * tests and production.
   */
  readonly url?: string | (() => Promise<string>) | undefined;
}

/** What opens a session: its token, and the origin that knows it. */
export interface Access {
  readonly host: string;
  readonly token: string;
}

/** The origin of the hosted page. `'self'` is the page's own. */
export function resolveHost(host: unknown = 'https://checkout.paymentkit.com', own = ''): string {
  if (host === 'self') return own;
  const url = parseSecureUrl(host);
  checkOption(
    url && url.href === `${url.origin}/`,
    __DEV__
      ? 'Failed to use "host": it is not an origin of https, or of http on loopback. Pass for example "https://checkout.paymentkit.com", without a path.'
      : '',
  );
  return url.origin;
}

function readUrl(value: unknown): Access {
  const url = parseSecureUrl(value);
  const token = /^\/checkout\/([^/]+)$/.exec(url?.pathname ?? '')?.[1];
  checkOption(
    url && token,
    __DEV__
      ? 'Failed to use "url": it is not the address of a checkout. Pass the "url" of the session your server created, as the API sent it.'
      : '',
  );
  return { host: url.origin, token: checkToken(decodeURIComponent(token)) };
}

/**
 * What is needed to open the session. A mistake in a value that is there throws now; a function is
 * called only by the function given back. `own` is the origin that `host: 'self'` stands for, and that
 * nothing else may name when the page is framed.
 */
export function resolveAccess(
  { secureToken, url, host }: AccessOptions,
  own: string,
  framed?: boolean,
): () => Access | Promise<Access> {
  const origin = resolveHost(host, own);
  checkOption(
    (secureToken === undefined) !== (url === undefined),
    __DEV__
      ? 'Failed to find the session: pass either "secureToken" or "url". Check that your server\'s answer holds what you pass.'
      : '',
  );
  const read = (value: unknown): Access => {
    const access = url === undefined ? { host: origin, token: checkToken(value) } : readUrl(value);
    checkOption(
      !framed || host === 'self' || access.host !== own,
      __DEV__
        ? 'Failed to use this host: it is the origin of this very page, where a frame could undo its sandbox. Serve the hosted page from an origin of its own, or pass host: "self" in a demo or a test.'
        : '',
    );
    return access;
  };
  const given = secureToken ?? url;
  if (typeof given === 'function') return async () => read(await given());
  const access = read(given);
  return () => access;
}
