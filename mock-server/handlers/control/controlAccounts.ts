import { z } from 'zod';
import { isoTime } from '../../domain/time/isoTime.ts';
import type { Route } from '../Route.ts';
import type { ServerContext } from '../ServerContext.ts';
import { validateQuery } from '../requests/validate.ts';

/** The account that the guide's commands are shown with. */
const demoAccount = 'acc_dev_demo';

export const accountsSchema = z
  .strictObject({
    data: z.array(
      z.strictObject({
        id: z.string(),
        /** How many there are. */
        sessions: z.int(),
        created_at: z.iso.datetime(),
      }),
    ),
  })
  .meta({ id: 'AccountList' });

function listAccounts({ store }: ServerContext): z.infer<typeof accountsSchema> {
  // There from the beginning, so that who opens the dashboard finds something.
  store.account(demoAccount);
  const accounts = [...store.accounts()].map(({ id, records, createdAt }) => ({
    id,
    sessions: records.sessions.size,
    created_at: isoTime(createdAt),
  }));
  return { data: accounts.reverse() };
}

/** `/_mock/accounts`: every account in memory, the newest first. */
export function controlAccounts(context: ServerContext): Route[] {
  return [
    {
      method: 'GET',
      path: '/_mock/accounts',
      document: () => ({
        summary: 'List the accounts in memory',
        access: 'control_token',
        answer: { status: 200, schema: () => accountsSchema },
      }),
      respond(request, _params, requestId) {
        validateQuery(z.strictObject({}), new URL(request.url).searchParams);
        const headers = { 'cache-control': 'no-store', 'x-request-id': requestId };
        return Response.json(listAccounts(context), { headers });
      },
    },
  ];
}

/** Each operation of an account once more below the control plane, where no key is needed: what the dashboard calls. */
export function withoutKeys(routes: readonly Route[]): Route[] {
  return routes.flatMap(({ method, path, respondWithoutKey: respond }) =>
    respond
      ? [
          {
            method,
            path: path.replace('/api/:account_id', '/_mock/accounts/:account_id/api'),
            respond,
          },
        ]
      : [],
  );
}
