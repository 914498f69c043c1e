import { requestReply, type Reply } from '../../page-parts/requestReply.ts';

interface SendOptions {
  /** For what may take long, in milliseconds. @default 30 000 */
  readonly deadline?: number;
  /** What is sent again with the key that it had is done once. */
  readonly key?: string;
}

/** The control plane of the server that this page came from. Paths begin after `/_mock`. */
export interface Api {
  readonly get: (path: string) => Promise<Reply>;
  readonly send: (
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    options?: SendOptions,
  ) => Promise<Reply>;
  /** A stream that is read as it comes. */
  readonly open: (path: string, signal: AbortSignal) => Promise<Response>;
  /** Kept in memory alone: who reloads the page gives it again. */
  readonly useControlToken: (token: string) => void;
}

/** What takes longer is not coming any more, in milliseconds. */
const readDeadline = 15_000;
const sendDeadline = 30_000;

/** The answer to a request, or that none came in time. */
const replyWithin = async (deadline: number, path: string, init: RequestInit): Promise<Reply> => {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), deadline);
  const reply = await requestReply(() => fetch(path, { ...init, signal: over.signal }));
  clearTimeout(timer);
  return reply;
};

export const createApi = (onLocked: () => void): Api => {
  let token: string | undefined;
  const headers = (json: boolean): Record<string, string> => ({
    ...(json && { 'content-type': 'application/json' }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  });
  const ask = async (deadline: number, path: string, init: RequestInit): Promise<Reply> => {
    const reply = await replyWithin(deadline, `/_mock${path}`, init);
    if (reply.status === 401) onLocked();
    return reply;
  };
  return {
    get: (path) => ask(readDeadline, path, { headers: headers(false) }),
    send: (method, path, body, { deadline = sendDeadline, key } = {}) =>
      ask(deadline, path, {
        method,
        headers: {
          ...headers(body !== undefined),
          ...(key !== undefined && { 'idempotency-key': key }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    open: (path, signal) => fetch(`/_mock${path}`, { headers: headers(false), signal }),
    useControlToken(given) {
      token = given;
    },
  };
};
