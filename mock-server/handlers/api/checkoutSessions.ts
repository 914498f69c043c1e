import { z } from 'zod';
import { changeSessionState, sessionStateProblem } from '../../checkout/changeSessionState.ts';
import { completeSession } from '../../checkout/paying/completeSession.ts';
import { createSession } from '../../checkout/creating/createSession.ts';
import { toCheckoutSession } from '../../checkout/showing/toCheckoutSession.ts';
import { checkoutSessionSchema } from '../../schemas/checkoutSession.ts';
import { createSessionBodySchema } from '../../schemas/createSessionBody.ts';
import { listSchema } from '../../schemas/listSchema.ts';
import { expandShape, pageShape } from '../../schemas/pageShape.ts';
import type { Account } from '../../store/createAccount.ts';
import type { SessionRecord } from '../../store/records/SessionRecord.ts';
import { accountOperation } from '../operations/accountOperation.ts';
import { findRecord } from '../operations/findRecord.ts';
import { listAnswer } from '../responses/listAnswer.ts';
import type { PathParams, Route } from '../Route.ts';
import type { ServerContext } from '../ServerContext.ts';

const expandQuery = z.strictObject(expandShape);

const listQuery = z.strictObject({
  ...pageShape,
  ...expandShape,
  state: z.enum(['open', 'processing', 'completed', 'expired']).optional(),
  customer_id: z.string().optional(),
});

type Expand = z.infer<typeof expandQuery>['expand'];

const find = ({ records }: Account, { id }: PathParams): SessionRecord =>
  findRecord(records.sessions, id, 'checkout session');

function view(account: Account, session: SessionRecord, expand: Expand) {
  const customFields = expand.includes('custom_fields');
  return toCheckoutSession(account, session, { customFields });
}

/** Marks a session as completed out of band. Done once; a second time it says the same. */
function complete(account: Account, session: SessionRecord, now: number): SessionRecord {
  if (session.state === 'completed') return session;
  if (session.state !== 'open') throw sessionStateProblem(session.state);
  const payer = { email: session.customer_email, name: null, out_of_band: true };
  return completeSession(account, session, payer, undefined, now);
}

function expire(account: Account, session: SessionRecord, now: number): SessionRecord {
  return session.state === 'expired'
    ? session
    : changeSessionState(account, session, 'expire', now);
}

function list(account: Account, query: z.infer<typeof listQuery>) {
  const { limit, offset, expand, state, customer_id: customer } = query;
  const filtered = state !== undefined || customer !== undefined;
  const matches = (session: SessionRecord): boolean =>
    (state === undefined || session.state === state) &&
    (customer === undefined || session.customer_id === customer);
  const found = account.records.sessions.page({ limit, offset, ...(filtered && { matches }) });
  return listAnswer(found, query, (session) => view(account, session, expand));
}

const path = '/checkout-sessions';

const shown = { status: 200, schema: () => checkoutSessionSchema } as const;

function changeRoute(context: ServerContext, action: string, to: typeof complete): Route {
  return accountOperation(context, 'POST', `${path}/:id/${action.toLowerCase()}`, {
    summary: `${action} a checkout session`,
    query: expandQuery,
    answer: shown,
    decide({ account, params, query, now }) {
      const session = to(account, find(account, params), now);
      return { status: 200, body: view(account, session, query.expand) };
    },
  });
}

/** `checkout-sessions`: create, list, retrieve, complete, expire. */
export function checkoutSessions(context: ServerContext): Route[] {
  return [
    accountOperation(context, 'POST', path, {
      summary: 'Create a checkout session',
      body: createSessionBodySchema,
      answer: { ...shown, status: 201 },
      query: expandQuery,
      decide({ account, body, query, origin, now, requestId }) {
        const session = createSession(account, body, { origin, now, requestId });
        context.store.publish(session.handle, account);
        return { status: 201, body: view(account, session, query.expand) };
      },
    }),
    accountOperation(context, 'GET', path, {
      summary: 'List checkout sessions',
      query: listQuery,
      answer: { status: 200, schema: () => listSchema(checkoutSessionSchema) },
      decide: ({ account, query }) => ({ status: 200, body: list(account, query) }),
    }),
    accountOperation(context, 'GET', `${path}/:id`, {
      summary: 'Retrieve a checkout session',
      query: expandQuery,
      answer: shown,
      decide({ account, params, query }) {
        return { status: 200, body: view(account, find(account, params), query.expand) };
      },
    }),
    changeRoute(context, 'Complete', complete),
    changeRoute(context, 'Expire', expire),
  ];
}
