import { checkOption } from './checkOption.ts';
import { explainToken } from './explainToken.ts';
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

/** What people pass by mistake: a missing value as text, an id, a publishable or a secret key. */
const mistake = /^(undefined$|null$|cs_|[ps][kt]_)/;

/** A token can stand in an address and in a header as it is. */
const isToken = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w.~-]{1,256}$/.test(value) && !mistake.test(value);

/**
 * Reads the options that say which session: a value that is there is checked now, a function is called
 * only by the function given back. `own` is the origin that `host: 'self'` stands for, and that nothing
 * else may name when the page is `framed`.
 */
export function resolveAccess(
  { secureToken, url, host = 'https://checkout.paymentkit.com' }: AccessOptions,
  own = '',
  framed?: boolean,
): () => Access | Promise<Access> {
  const byUrl = secureToken === undefined;
  const given = byUrl ? url : secureToken;
  const self = host === 'self';
  checkOption(
    given !== undefined && (byUrl || url === undefined),
    __DEV__
      ? 'Failed to find the session: pass either "secureToken" or "url". Check that your server\'s answer holds what you pass.'
      : '',
  );
  const read = (value: unknown): Access => {
    const page = parseSecureUrl(byUrl ? value : self ? own : host);
    const path = page && /^\/(?:checkout\/(.+))?$/.exec(page.pathname);
    const token = byUrl ? path?.[1] : value;
    checkOption(
      page && path && !path[1] === !byUrl,
      __DEV__
        ? `Failed to use "${byUrl ? 'url' : 'host'}": it is not ${byUrl ? 'the address of a checkout. Pass the "url" of the session your server created, as the API sent it' : 'an origin of https, or of http on loopback. Pass for example "https://checkout.paymentkit.com", without a path'}.`
        : '',
    );
    checkOption(
      !framed || self || page.origin !== own,
      __DEV__
        ? 'Failed to use this host: it is the origin of this very page, where a frame could undo its sandbox. Serve the hosted page from an origin of its own, or pass host: "self" in a demo or a test.'
        : '',
    );
    checkOption(isToken(token), __DEV__ ? explainToken(token) : '');
    return { host: page.origin, token };
  };
  if (typeof given === 'function') return async () => read(await given());
  const access = read(given);
  return () => access;
}

/** The access for a token that is there, with every check. */
export const accessOf = (secureToken: string, host?: string): Access =>
  resolveAccess({ secureToken, host })() as Access;
