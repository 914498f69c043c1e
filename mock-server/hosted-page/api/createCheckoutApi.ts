import type { Opening } from '../opening/Opening.ts';
import { readDeadline, sessionPath, withToken } from './fetchSession.ts';
import type { Reply } from '../../page-parts/requestReply.ts';
import { requestReply } from '../../page-parts/requestReply.ts';

/** The browser endpoints of one checkout session. No call ever rejects. */
export interface CheckoutApi {
  readonly readSession: () => Promise<Reply>;
  readonly applyCode: (code: string) => Promise<Reply>;
  readonly removeCode: () => Promise<Reply>;
  /** Goes back to the order before its price was changed. */
  readonly declineOffer: () => Promise<Reply>;
  /** `body` and `key` are the same in every repetition of one press of Pay. */
  readonly pay: (body: string, key: string) => Promise<Reply>;
  readonly readPayment: (id: string) => Promise<Reply>;
  readonly cancelPayment: (id: string) => Promise<Reply>;
}

/** A payment may wait for a slow bank. */
const payDeadline = 45_000;

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
  readonly key?: string;
  readonly deadline?: number;
}

/** Ends with the signal, or after so many milliseconds. `AbortSignal.any` is younger than many a shopper's phone. */
const within = (signal: AbortSignal, milliseconds: number): AbortSignal => {
  const over = new AbortController();
  const end = (): void => over.abort();
  signal.addEventListener('abort', end);
  setTimeout(end, milliseconds);
  if (signal.aborted) end();
  return over.signal;
};

/**
 * Talks to the API with the session's token, which comes later than the page. The first read may be under way already;
 * `signal` ends every other call.
 */
export const createCheckoutApi = (
  token: () => string | undefined,
  takeAnswer: Opening['takeAnswer'],
  signal: AbortSignal,
): CheckoutApi => {
  const call = ({ method, path, body, key, deadline = readDeadline }: Call): Promise<Reply> =>
    requestReply(() => {
      const request = withToken(token() ?? '');
      return fetch(sessionPath + path, {
        ...request,
        method,
        headers: {
          ...request.headers,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        ...(body === undefined ? {} : { body }),
        signal: within(signal, deadline),
      });
    });
  const payment = (id: string): string => `/payments/${encodeURIComponent(id)}`;
  return {
    readSession: () => {
      const first = takeAnswer();
      return first ? requestReply(() => first) : call({ method: 'GET', path: '' });
    },
    applyCode: (code) =>
      call({ method: 'POST', path: '/promotion-code', body: JSON.stringify({ code }) }),
    removeCode: () => call({ method: 'DELETE', path: '/promotion-code' }),
    declineOffer: () => call({ method: 'DELETE', path: '/price-change' }),
    pay: (body, key) =>
      call({ method: 'POST', path: '/payments', body, key, deadline: payDeadline }),
    readPayment: (id) => call({ method: 'GET', path: payment(id) }),
    cancelPayment: (id) => call({ method: 'POST', path: `${payment(id)}/cancel` }),
  };
};
