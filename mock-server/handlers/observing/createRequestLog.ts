import { z } from 'zod';
import type { Account } from '../../store/createAccount.ts';

export const requestSchema = z
  .strictObject({
    id: z.string(),
    /** On the account's clock. */
    at: z.iso.datetime(),
    method: z.string(),
    /** Without tokens, handles and queries. */
    path: z.string(),
    /** 0 where the connection was cut. */
    status: z.int(),
    duration_ms: z.number(),
    /** That of the problem, where there was one. */
    code: z.string().optional(),
    /** What the problem says to whoever reads it. */
    detail: z.string().optional(),
    source: z.enum(['api', 'browser', 'control']),
  })
  .meta({ id: 'Request' });

export type LoggedRequest = z.infer<typeof requestSchema>;

/** The latest requests of each account. Never a body, a key or a token. */
export interface RequestLog {
  add(account: Account, request: LoggedRequest): void;
  /** Newest first. */
  of(account: Account): readonly LoggedRequest[];
}

const most = 1000;

/** Kept in memory alone, and not for ever: it is there to be looked at while something is being tried. */
export function createRequestLog(): RequestLog {
  const logs = new WeakMap<Account, LoggedRequest[]>();
  return {
    add(account, request) {
      const log = logs.get(account) ?? [];
      logs.set(account, log);
      log.push(request);
      // Cut now and then, and not for each: taking from the front moves all the others.
      if (log.length > 2 * most) log.splice(0, most);
    },
    of: (account) => (logs.get(account) ?? []).slice(-most).reverse(),
  };
}
