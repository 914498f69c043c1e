/** Where a page finds its own session. */
export const sessionPath = '/api/checkout/session';

/** A read that takes longer is lost, in milliseconds. */
export const readDeadline = 15_000;

/** What every request with a session's token says. */
export const withToken = (token: string) =>
  ({
    headers: { authorization: `Bearer ${token}` },
    credentials: 'omit',
    redirect: 'error',
  }) as const;

/** Asks for the session for the first time. */
export const fetchSession = (token: string): Promise<Response> =>
  fetch(sessionPath, { ...withToken(token), signal: AbortSignal.timeout(readDeadline) });
