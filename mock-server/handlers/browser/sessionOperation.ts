import { Problem } from '../../domain/requests/Problem.ts';
import { checkoutHandle } from '../../domain/sessions/secureToken.ts';
import type { Account } from '../../store/createAccount.ts';
import type { SessionRecord } from '../../store/records/SessionRecord.ts';
import { documentOf, perform, type Answer, type Documented } from '../operations/perform.ts';
import { publicOrigin } from '../requests/publicOrigin.ts';
import { requireToken, tokenRejected } from './requireToken.ts';
import type { PathParams, Route } from '../Route.ts';
import type { ServerContext } from '../ServerContext.ts';

export interface SessionCall<B = unknown, Q = unknown> {
  readonly account: Account;
  readonly session: SessionRecord;
  readonly body: B;
  readonly query: Q;
  readonly now: number;
  readonly params: PathParams;
  readonly origin: string;
}

/** Refuses a page on another origin. An opaque origin, `null`, is another one too. */
export function requireOwnOrigin(request: Request): void {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const foreign = origin !== null && origin !== publicOrigin(request);
  if (!foreign && (site === null || site === 'same-origin' || site === 'none')) return;
  throw new Problem(
    403,
    'origin_not_allowed',
    'Only pages of this server may ask for this. Open the hosted checkout page instead.',
  );
}

export function findByToken(context: ServerContext, token: string) {
  const found = context.store.findSession(checkoutHandle(token));
  if (!found) throw tokenRejected();
  return found;
}

/** An operation of the hosted page, authorised by a session's secure token alone. */
export function sessionOperation<B = unknown, Q = unknown>(
  context: ServerContext,
  method: Route['method'],
  path: string,
  operation: Documented<B, Q> & { readonly decide: (call: SessionCall<B, Q>) => Answer },
): Route {
  return {
    method,
    path: `/api/checkout/session${path}`,
    document: documentOf(operation, 'secure_token'),
    respond(request, params, requestId) {
      requireOwnOrigin(request);
      const { account, session } = findByToken(context, requireToken(request));
      const origin = publicOrigin(request);
      return perform({
        ...operation,
        request,
        requestId,
        account,
        scope: session.id,
        decide(input) {
          // What has fallen due meanwhile may have changed the session.
          const current = account.records.sessions.get(session.id) ?? session;
          return operation.decide({ ...input, account, session: current, params, origin });
        },
      });
    },
  };
}
