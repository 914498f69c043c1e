import { parseSecureUrl } from './parseSecureUrl.ts';

const mistakes: readonly (readonly [pattern: RegExp, mistake: string, remedy: string])[] = [
  [/^$/, 'it is empty', 'Pass the "secure_token" of the session your server created.'],
  [
    /^(undefined|null)$/,
    'it is the text "undefined" or "null"',
    'A template or a form has written a missing value; look where the token comes from.',
  ],
  [
    /^https?:/,
    'it is an address',
    'Pass the address of the session as "url" instead, or "secure_token" of the same answer.',
  ],
  [
    /^cs_/,
    'it is the id of a session',
    'An id authorises nothing; pass "secure_token" of the same answer.',
  ],
  [
    /^p[kt]_/,
    'it is a publishable key',
    'Create a session on your server and pass its "secure_token".',
  ],
  [
    /^s[kt]_/,
    'it is a secret key, which is now in a browser',
    'Revoke it now in the dashboard, then pass the "secure_token" of a session instead.',
  ],
];

/** The sentence for a value that is no secure token. It never repeats the value. */
function explainToken(value: unknown): string {
  if (typeof value !== 'string') {
    const kind = value === null ? 'null' : typeof value;
    return `Failed to read the secure token: it is not text but ${kind}. Pass "secure_token" itself, not the whole session.`;
  }
  const [, mistake, remedy] = mistakes.find(([pattern]) => pattern.test(value)) ?? [
    0,
    'it has characters that no token has, or far too many',
    'Pass "secure_token" as the API sent it.',
  ];
  return `Failed to read the secure token: ${mistake}. ${remedy}`;
}

/** The sentence for a token, or for the host it was to be used with. */
export function explainAccess(token: unknown, host: string): string {
  const { pathname, search, hash } = parseSecureUrl(host) ?? { pathname: '' };
  return pathname === '/' && !search && !hash
    ? explainToken(token)
    : 'Failed to use "host": it is not an origin of https, or of http on loopback. Pass for example "https://checkout.paymentkit.com", without a path.';
}
