import { Problem } from '../../domain/requests/Problem.ts';
import { bearer, bearerChallenge } from '../requests/requireSecretKey.ts';

/** The secure token of a request from a browser. */
export function requireToken(request: Request): string {
  const token = bearer(request);
  if (token === undefined) {
    throw new Problem(
      401,
      'unauthenticated',
      'No secure token was given. Send Authorization: Bearer with the secure token of the session.',
      bearerChallenge,
    );
  }
  if (/^(st|sk)_/.test(token)) {
    throw new Problem(
      401,
      'token_rejected',
      'This is a secret key; never send it to a browser. Revoke it, and use the secure token of the session.',
      bearerChallenge,
    );
  }
  return token;
}

export function tokenRejected(): Problem {
  return new Problem(
    401,
    'token_rejected',
    'There is no checkout session with this secure token. Use the secure_token of a session as it was returned.',
    bearerChallenge,
  );
}
