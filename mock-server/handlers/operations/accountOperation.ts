import { documentOf, type Documented } from './perform.ts';
import { performInAccount, type AccountOperation } from './performInAccount.ts';
import { requireSecretKey } from '../requests/requireSecretKey.ts';
import type { Route } from '../Route.ts';
import type { ServerContext } from '../ServerContext.ts';

/** An operation of the merchant's server, in an account, with a secret key. */
export function accountOperation<B = unknown, Q = unknown>(
  context: ServerContext,
  method: Exclude<Route['method'], 'OPTIONS'>,
  path: string,
  operation: Documented<B, Q> & AccountOperation<B, Q>,
): Route {
  const respond = performInAccount(context, operation);
  return {
    method,
    path: `/api/:account_id${path}`,
    document: documentOf(operation, 'secret_key'),
    respond(request, params, requestId) {
      requireSecretKey(request);
      return respond(request, params, requestId);
    },
    respondWithoutKey: respond,
  };
}
