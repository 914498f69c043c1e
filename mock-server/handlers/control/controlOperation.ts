import { documentOf, type Documented } from '../operations/perform.ts';
import { performInAccount, type AccountOperation } from '../operations/performInAccount.ts';
import type { Route } from '../Route.ts';
import type { ServerContext } from '../ServerContext.ts';

/** An operation of the control plane, in an account. */
export function controlOperation<B = unknown, Q = unknown>(
  context: ServerContext,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  operation: Documented<B, Q> & AccountOperation<B, Q>,
): Route {
  return {
    method,
    path: `/_mock/accounts/:account_id${path}`,
    document: documentOf(operation, 'control_token'),
    respond: performInAccount(context, operation),
  };
}
