import { parseSecureUrl } from './parseSecureUrl.ts';

/** What texts are that are no token, and what to do; `%` stands for what the session's field is called. */
const mistakes: readonly (readonly [pattern: RegExp, mistake: string, remedy: string])[] = [
  [/^$/, 'it is empty', 'Pass the % of the session your server created.'],
  [
    /^(undefined|null)$/,
    'it is the text "undefined" or "null"',
    'A template or a form has written a missing value; look where it comes from.',
  ],
  [
    /^cs_/,
    'it is the id of a session',
    'An id authorises nothing; pass % of the same answer of the API.',
  ],
  [/^p[kt]_/, 'it is a publishable key', 'Create a session on your server and pass its %.'],
  [
    /^s[kt]_/,
    'it is a secret key, which is now in a browser',
    'Revoke it now in the dashboard, then pass the % of a session instead.',
  ],
];

const ofTokens = (): typeof mistakes => [
  [
    /^https?:/,
    'it is an address',
    'Pass the address of the session as "url" instead, or "secure_token" of the same answer.',
  ],
  ...mistakes,
  [
    /^/,
    'it has characters that no token has, or far too many',
    'Pass "secure_token" as the API sent it.',
  ],
];

const ofAddresses = (): typeof mistakes => [
  ...mistakes,
  [
    /^cst_/,
    'it is a secure token',
    'Pass it as "secureToken", beside "host"; or pass "url" of the same answer of the API.',
  ],
  [
    /^/,
    'it is not the address of a checkout',
    'Pass the "url" of the session your server created, as the API sent it. A function for it has to throw when your server has refused: the text of an error page is no address.',
  ],
];

/** The sentence for a value that is not what its field holds. It never repeats the value. */
function explainText(
  value: unknown,
  failed: string,
  field: string,
  texts: typeof mistakes,
): string {
  if (typeof value === 'string') {
    const [, mistake = '', remedy = ''] = texts.find(([pattern]) => pattern.test(value)) ?? [];
    return `${failed}: ${mistake}. ${remedy.replace('%', field)}`;
  }
  if (typeof (value as PromiseLike<unknown> | null)?.then === 'function') {
    return `${failed}: it is a promise. Await it, or pass the function that makes it.`;
  }
  const kind = value === null ? 'null' : typeof value;
  return `${failed}: it is not text but ${kind}. Pass ${field} itself, not the whole session.`;
}

/** The sentence for what is no address of a checkout. */
export const explainAddress = (value: unknown): string =>
  explainText(value, 'Failed to use "url"', '"url"', ofAddresses());

/** The sentence for a token, or for the host it was to be used with. */
export function explainAccess(token: unknown, host: string): string {
  const { pathname, search, hash } = parseSecureUrl(host) ?? { pathname: '' };
  return pathname === '/' && !search && !hash
    ? explainText(token, 'Failed to read the secure token', '"secure_token"', ofTokens())
    : 'Failed to use "host": it is not an origin of https, or of http on loopback. Pass for example "https://checkout.paymentkit.com", without a path.';
}
