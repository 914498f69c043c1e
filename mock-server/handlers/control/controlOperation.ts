import type { Account } from '../../store/createAccount.ts';
import { accountId } from '../accountOperation.ts';
import { documentOf, perform, type Answer, type Documented } from '../perform.ts';
import type { PathParams, Route } from '../Route.ts';
import type { ServerContext } from '../ServerContext.ts';

interface Call<B, Q> {
  readonly account: Account;
  readonly body: B;
  readonly query: Q;
  readonly params: PathParams;
}

/** An operation of the control plane, in an account. */
export function controlOperation<B = unknown, Q = unknown>(
  context: ServerContext,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  operation: Documented<B, Q> & {
    readonly prepare?: (call: Call<B, Q>) => Promise<void>;
    readonly decide: (call: Call<B, Q> & { readonly now: number }) => Answer;
  },
): Route {
  return {
    method,
    path: `/_mock/accounts/:account_id${path}`,
    document: documentOf(operation, 'control_token'),
    respond(request, params, requestId) {
      const account = context.store.account(accountId(params));
      return perform({
        ...operation,
        request,
        requestId,
        account,
        scope: '',
        prepare: (input) => operation.prepare?.({ ...input, account, params }) ?? Promise.resolve(),
        decide: (input) => operation.decide({ ...input, account, params }),
      });
    },
  };
}
