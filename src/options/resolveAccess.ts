import { PaymentKitError } from '../errors/PaymentKitError.ts';
import { checkOption } from './checkOption.ts';
import { explainAccess } from './explainAccess.ts';
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

/**
 * The path of a checkout. A token can stand in an address and in a header as it is; it is none of what
 * people pass by mistake: a missing value as text, an id, a publishable or a secret key.
 */
const path = /^\/+checkout\/(?!undefined$|null$|cs_|[ps][kt]_)([\w.~-]{1,256})$/;

/**
 * Reads the options that say which session: a value that is there is checked now, a function is called
 * only by the function given back. `own` is the origin that `host: 'self'` stands for; `check` may refuse
 * what was read.
 */
export function resolveAccess(
  { secureToken, url, host = 'https://checkout.paymentkit.com' }: AccessOptions,
  own = '',
  check?: (access: Access) => void,
): () => Access | Promise<Access> {
  const byUrl = secureToken === undefined;
  const given = byUrl ? url : secureToken;
  const self = host === 'self';
  if (__DEV__) {
    checkOption(
      given !== undefined && (byUrl || url === undefined),
      'Failed to find the session: pass either "secureToken" or "url". Check that your server\'s answer holds what you pass.',
    );
  }
  const read = (value: unknown): Access => {
    // A token is read as the address it makes: one check for both.
    const page = parseSecureUrl(byUrl ? value : `${self ? own : host}/checkout/${String(value)}`);
    const token = page && path.exec(page.pathname)?.[1];
    checkOption(token, __DEV__ ? explainAccess(byUrl, value, self ? own : host) : '');
    const access = { host: page.origin, token };
    check?.(access);
    return access;
  };
  if (typeof given === 'function') return () => given().then(read, refuse);
  const access = read(given);
  return () => access;
}

function refuse(cause: unknown): never {
  throw new PaymentKitError(
    'token_unavailable',
    __DEV__ ? 'Failed to get the secure token: the function for it failed. Look at "cause".' : '',
    { cause },
  );
}

/** The access for a token that is there, with every check. */
export const accessOf = (secureToken: string, host?: string): Access =>
  resolveAccess({ secureToken, host })() as Access;
