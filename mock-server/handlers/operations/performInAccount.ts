import type { Account } from '../../store/createAccount.ts';
import { accountId } from '../requests/accountId.ts';
import { perform, type Answer, type Operation } from './perform.ts';
import { publicOrigin } from '../requests/publicOrigin.ts';
import type { PathParams, Route } from '../Route.ts';
import type { ServerContext } from '../ServerContext.ts';

interface Call<B, Q> {
  readonly account: Account;
  readonly body: B;
  readonly query: Q;
  readonly params: PathParams;
  readonly origin: string;
  readonly requestId: string;
}

export interface AccountOperation<B, Q> extends Operation<B, Q> {
  readonly prepare?: (call: Call<B, Q>) => Promise<void>;
  readonly decide: (call: Call<B, Q> & { readonly now: number }) => Answer;
}

/** How a route performs an operation in the account that its path names. */
export function performInAccount<B, Q>(
  context: ServerContext,
  operation: AccountOperation<B, Q>,
): Route['respond'] {
  return (request, params, requestId) => {
    const account = context.store.account(accountId(params));
    const where = { account, params, origin: publicOrigin(request), requestId };
    return perform({
      ...operation,
      request,
      requestId,
      account,
      scope: '',
      prepare: (input) => operation.prepare?.({ ...input, ...where }) ?? Promise.resolve(),
      decide: (input) => operation.decide({ ...input, ...where }),
    });
  };
}
