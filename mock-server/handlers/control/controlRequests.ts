import { z } from 'zod';
import { requestSchema, type RequestLog } from '../observing/createRequestLog.ts';
import type { Route } from '../Route.ts';
import type { ServerContext } from '../ServerContext.ts';
import { controlOperation } from './controlOperation.ts';

/** `/requests`: what was asked of an account, newest first. */
export function controlRequests(context: ServerContext, log: RequestLog): Route[] {
  return [
    controlOperation(context, 'GET', '/requests', {
      summary: 'List the latest requests',
      answer: { status: 200, schema: () => z.strictObject({ data: z.array(requestSchema) }) },
      decide: ({ account }) => ({ status: 200, body: { data: log.of(account) } }),
    }),
  ];
}
