import { z } from 'zod';
import { Problem } from '../../domain/requests/Problem.ts';
import { endOfClocks } from '../../domain/time/endOfTime.ts';
import {
  clockBodySchema,
  clockSchema,
  type ClockBody,
  type ClockView,
} from '../../schemas/clock.ts';
import type { Account } from '../../store/createAccount.ts';
import { accountId } from '../requests/accountId.ts';
import { publicOrigin } from '../requests/publicOrigin.ts';
import type { Route } from '../Route.ts';
import type { ServerContext } from '../ServerContext.ts';
import { validateQuery } from '../requests/validate.ts';
import { controlOperation } from './controlOperation.ts';
import { waitingTasks } from './waitingTasks.ts';

const about = {
  what: "A mock of PaymentKit's API and hosted checkout, for development and tests.",
  not: 'No money moves, no real card is taken, nothing is kept once it stops unless it was given a file. Never put it on the internet.',
};

function clockView(account: Account, now: number): ClockView {
  const { clock, due } = account;
  return {
    object: 'clock',
    account_id: account.id,
    now: new Date(now).toISOString(),
    frozen: clock.frozen,
    offset_ms: Math.round(clock.offset),
    next_due_at: due.next === undefined ? null : new Date(due.next).toISOString(),
    waiting: waitingTasks(account, 5).map(({ at, kind, id }) => {
      const { event_id, event_type, attempt } = account.records.deliveries.get(id) ?? {};
      const webhook = event_id && event_type && attempt ? { event_id, event_type, attempt } : null;
      return { at: new Date(at).toISOString(), kind, id, webhook };
    }),
  };
}

/** Checks first and then changes: a clock cannot be put back. What falls due by that happens before the answer. */
async function setClock(
  { worlds }: ServerContext,
  account: Account,
  { advance, now, freeze }: ClockBody,
): Promise<void> {
  const { clock } = account;
  const from = clock.now();
  const by = now === undefined ? (advance ?? 0) : now - from;
  const refuse = (msg: string, type: string): Problem =>
    Problem.invalid([{ loc: ['body', now === undefined ? 'advance' : 'now'], msg, type }]);
  if (by < 0) throw refuse('The clock never goes back: give a later time', 'too_early');
  if (from + by > endOfClocks)
    throw refuse('The clock ends with the year 8999: give an earlier time', 'too_late');
  if (freeze !== undefined) clock.freeze(freeze);
  // A clock that ticked since it was read would miss `now` by what it ticked.
  await worlds.moveClock(account, now === undefined ? by : Math.max(0, now - clock.now()));
}

function describe(request: Request, requestId: string): Response {
  const origin = publicOrigin(request);
  const account = `${origin}/_mock/accounts/{account_id}`;
  const body = {
    ...about,
    dashboard: `${origin}/dashboard`,
    openapi: `${origin}/openapi.json`,
    create_session: `POST ${origin}/api/{account_id}/checkout-sessions`,
    clock: `GET or POST ${account}/clock`,
    reset: `DELETE ${account}`,
  };
  const headers = { 'cache-control': 'no-store', 'x-request-id': requestId };
  return Response.json(body, { headers });
}

/** Who opens the address that the command prints sees the dashboard; a program is told what this is. */
function answerFront(request: Request, requestId: string): Response {
  if (!request.headers.get('accept')?.includes('text/html')) return describe(request, requestId);
  const location = `${publicOrigin(request)}/dashboard`;
  const headers = { location, 'cache-control': 'no-store', 'x-request-id': requestId };
  return new Response(null, { status: 302, headers });
}

/** `/_mock`: what this server is, and an account's clock and reset. */
export function control(context: ServerContext): Route[] {
  return [
    {
      method: 'GET',
      path: '/',
      respond: (request, _params, requestId) => answerFront(request, requestId),
    },
    {
      method: 'GET',
      path: '/_mock',
      respond: (request, _params, requestId) => describe(request, requestId),
    },
    {
      method: 'DELETE',
      path: '/_mock/accounts/:account_id',
      document: () => ({
        summary: 'Reset an account',
        access: 'control_token',
        answer: { status: 204 },
      }),
      respond(request, params, requestId) {
        validateQuery(z.strictObject({}), new URL(request.url).searchParams);
        context.store.reset(accountId(params));
        return new Response(null, { status: 204, headers: { 'x-request-id': requestId } });
      },
    },
    controlOperation(context, 'GET', '/clock', {
      summary: 'Retrieve the clock of an account',
      answer: { status: 200, schema: () => clockSchema },
      decide: ({ account }) => ({ status: 200, body: clockView(account, account.clock.now()) }),
    }),
    controlOperation(context, 'POST', '/clock', {
      summary: 'Set the clock of an account',
      body: clockBodySchema,
      answer: { status: 200, schema: () => clockSchema },
      prepare: ({ account, body }) => setClock(context, account, body),
      decide: ({ account }) => ({ status: 200, body: clockView(account, account.clock.now()) }),
    }),
  ];
}
