import { Problem } from '../domain/requests/Problem.ts';
import type { Account } from '../store/createAccount.ts';
import { requireSecretKey } from './requireSecretKey.ts';
import { documentOf, perform, type Answer, type Documented } from './perform.ts';
import { publicOrigin } from './publicOrigin.ts';
import type { PathParams, Route } from './Route.ts';
import type { ServerContext } from './ServerContext.ts';

interface Call<B, Q> {
  readonly account: Account;
  readonly body: B;
  readonly query: Q;
  readonly now: number;
  readonly params: PathParams;
  readonly origin: string;
}

/** The account that is named, if it is a name. The guide writes `{account_id}`, and not every client takes the braces off. */
export function readAccountId(given: string): string | undefined {
  const id = /^\{(.*)\}$/.exec(given)?.[1] ?? given;
  return /^[\w-]{1,64}$/.test(id) && id !== 'checkout' ? id : undefined;
}

/** The account that a path names. */
export function accountId(params: PathParams): string {
  const id = readAccountId(params['account_id'] ?? '');
  if (id !== undefined) return id;
  throw new Problem(
    404,
    'not_found',
    'This is not an account id. Use 1 to 64 letters, digits, hyphens or underscores; "checkout" is reserved.',
  );
}

/** An operation of the merchant's server, in an account, with a secret key. */
export function accountOperation<B = unknown, Q = unknown>(
  context: ServerContext,
  method: Exclude<Route['method'], 'OPTIONS'>,
  path: string,
  operation: Documented<B, Q> & { readonly decide: (call: Call<B, Q>) => Answer },
): Route {
  const respond: Route['respond'] = (request, params, requestId) => {
    const account = context.store.account(accountId(params));
    const origin = publicOrigin(request);
    return perform({
      ...operation,
      request,
      requestId,
      account,
      scope: '',
      decide: (input) => operation.decide({ ...input, account, params, origin }),
    });
  };
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
