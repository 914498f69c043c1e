import { checkoutHandle } from '../../domain/sessions/secureToken.ts';
import type { Account } from '../../store/createAccount.ts';
import { readAccountId } from './accountId.ts';
import { bearer } from './requireSecretKey.ts';
import type { PathParams } from '../Route.ts';
import type { ServerContext } from '../ServerContext.ts';

const named = /^\/(?:api|_mock\/accounts)\/([^/]+)/;

function accountNamedIn(pathname: string): string | undefined {
  try {
    return readAccountId(decodeURIComponent(named.exec(pathname)?.[1] ?? ''));
  } catch {
    return undefined;
  }
}

/** The account that a request is about: named in its path, or by the session that its token, handle or challenge finds. */
export function ownerOf(
  { store }: ServerContext,
  request: Request,
  pathname: string,
  { token, handle, id }: PathParams,
): Account | undefined {
  // Also where nothing answers: a path that was mistyped is what somebody looks for.
  const account = accountNamedIn(pathname);
  if (account !== undefined) return store.account(account);
  if (handle !== undefined) return store.findSession(handle)?.account;
  if (token !== undefined) return store.findSession(checkoutHandle(token))?.account;
  if (pathname.startsWith('/checkout/challenge/')) return store.findChallenge(id ?? '')?.account;
  if (!pathname.startsWith('/api/checkout/')) return undefined;
  const given = bearer(request);
  return given === undefined ? undefined : store.findSession(checkoutHandle(given))?.account;
}
