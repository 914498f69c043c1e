const mistakes: readonly (readonly [pattern: RegExp, mistake: string, remedy: string])[] = [
  [/^$/, 'it is empty', 'Pass the "secure_token" of the session your server created.'],
  [
    /^(undefined|null)$/,
    'it is the text "undefined" or "null"',
    'A template or a form has written a missing value; look where the token comes from.',
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
export function explainToken(value: unknown): string {
  const known = mistakes.find(([pattern]) => typeof value === 'string' && pattern.test(value));
  const [, mistake, remedy] =
    typeof value !== 'string'
      ? [
          0,
          `it is not text but ${value === null ? 'null' : typeof value}`,
          'Pass "secure_token" itself, not the whole session.',
        ]
      : (known ?? [
          0,
          'it has characters that no token has',
          'Pass "secure_token" as the API sent it.',
        ]);
  return `Failed to read the secure token: ${mistake}. ${remedy}`;
}
