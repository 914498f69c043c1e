import { PaymentKitError } from '../errors/PaymentKitError.ts';
import { checkOption } from './checkOption.ts';
import { explainAccess, explainAddress } from './explainAccess.ts';
import { checkHostBeside } from './checkHostBeside.ts';
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
  /**
   * The session's `secure_token`, or a function that fetches it. The function is called once, and again by "Try again"
   * after it has rejected; what it brings that is no token ends the checkout.
   */
  readonly secureToken?: string | (() => Promise<string>) | undefined;
  /**
   * The session's `url` instead, or a function that fetches it: host and token come from it, so nothing differs between
   * development, tests and production.
   */
  readonly url?: string | (() => Promise<string>) | undefined;
}

/** What opens a session: its token, and the origin that knows it. */
export interface Access {
  readonly host: string;
  readonly token: string;
}

/** The address of the complete hosted page for a session. */
export const hostedPageUrl = (access: Access): string => `${access.host}/checkout/${access.token}`;

/** Reads the address of a checkout. A token is read as the address it makes: one check for both. */
function readAccess(address: unknown, sentence: string): Access {
  const page = parseSecureUrl(address);
  // A token can stand in an address and in a header as it is; it is none of what people pass by mistake: a
  // missing value as text, an id, a publishable or a secret key.
  const path = /^\/+checkout\/(?!undefined$|null$|cs_|[ps][kt]_)([\w.~-]{1,256})$/;
  const token = page && path.exec(page.pathname)?.[1];
  checkOption(token, sentence);
  return { host: page.origin, token };
}

/** The access for a token that is there, with every check. What is no text is not written into an address. */
export const accessOf = (token: string, host = 'https://checkout.paymentkit.com'): Access =>
  readAccess(
    __DEV__ && `${typeof token} ${typeof host}` !== 'string string'
      ? undefined
      : `${host}/checkout/${token}`,
    __DEV__ ? explainAccess(token, host) : '',
  );

/** How a session's access is asked for. `limit` is given what ends the call, for when its time is over. */
export type FindAccess = (limit: (end: () => void) => unknown) => Access | Promise<Access>;

/**
 * Reads the options that say which session: a value that is there is checked now, a function is called
 * only by the function given back. `own` is the origin that `host: 'self'` stands for.
 */
export function resolveAccess(options: AccessOptions, own: string): FindAccess {
  const given = options.secureToken ?? options.url;
  if (__DEV__) {
    checkOption(
      given !== undefined && (given === options.url || options.url === undefined),
      'Failed to find the session: pass either "secureToken" or "url". Check that your server\'s answer holds what you pass.',
    );
  }
  const read = (value: unknown): Access =>
    given === options.url
      ? __DEV__
        ? checkHostBeside(readAccess(value, explainAddress(value)), options.host)
        : readAccess(value, '')
      : accessOf(value as string, options.host === 'self' ? own : options.host);
  if (typeof given === 'function') {
    return (limit) =>
      new Promise<unknown>((resolve, reject) => {
        limit(reject);
        // Later: it may use the handle of the checkout, which is given back only then.
        Promise.resolve().then(given).then(resolve, reject);
      }).then(read, (cause: unknown) => {
        throw new PaymentKitError(
          'token_unavailable',
          __DEV__
            ? cause
              ? 'Failed to get the secure token: the function for it failed. Look at "cause".'
              : 'Failed to get the secure token: the function passed for it gave no answer in time. Make it faster; a checkout waits for as long as "timeoutMs" says.'
            : '',
          { cause },
        );
      });
  }
  const access = read(given);
  return () => access;
}
