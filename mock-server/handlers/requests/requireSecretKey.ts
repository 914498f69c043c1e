import { Problem } from '../../domain/requests/Problem.ts';

/** What every 401 says: how to authenticate. */
export const bearerChallenge = { headers: { 'www-authenticate': 'Bearer' } };

/** What stands after `Bearer` in the Authorization header. */
export function bearer(request: Request): string | undefined {
  return /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
}

/** Lets a request with a secret key pass. Any key opens any account: this is a mock. */
export function requireSecretKey(request: Request): void {
  const key = bearer(request);
  if (key && /^(st|sk)_[\w.-]{1,128}$/.test(key)) return;
  if (key && /^(pt|pk)_[\w.-]{1,128}$/.test(key)) {
    throw new Problem(
      403,
      'secret_key_required',
      'This is a publishable key. Use a secret key (sk_… or st_…), on your server only.',
    );
  }
  throw new Problem(
    401,
    'unauthenticated',
    'No usable API key was given. Send Authorization: Bearer with a secret key (sk_… or st_…).',
    bearerChallenge,
  );
}
