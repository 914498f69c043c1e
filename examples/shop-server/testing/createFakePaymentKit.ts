import type { SessionRequest } from '../paymentkit/createPaymentKit.ts';
import type { SessionRecord } from '../paymentkit/parseSession.ts';
import { products } from '../orders/products.ts';

export interface FakePaymentKit {
  readonly fetch: typeof fetch;
  readonly requests: readonly {
    readonly method: string;
    readonly body: SessionRequest | undefined;
  }[];
  /** What the API says of a session from now on. */
  change(id: string, changes: Partial<SessionRecord>): void;
  /** From now on nobody answers. */
  stop(): void;
}

/** The two endpoints of PaymentKit that the shop calls, for tests of the shop's own decisions. */
export function createFakePaymentKit(): FakePaymentKit {
  const sessions = new Map<string, SessionRecord>();
  const answers = new Map<string, SessionRecord>();
  const requests: { method: string; body: SessionRequest | undefined }[] = [];
  let isStopped = false;

  const create = (body: SessionRequest, key: string): SessionRecord => {
    const session = answers.get(key) ?? openSession(body, `cs_dev_${String(sessions.size + 1)}`);
    answers.set(key, session);
    sessions.set(session.id, session);
    return session;
  };

  const answer = async (request: Request): Promise<Response> => {
    if (request.headers.get('authorization') !== 'Bearer sk_test_demo') {
      return Response.json({ detail: 'No key.' }, { status: 401 });
    }
    if (request.method === 'POST') {
      const body = (await request.json()) as SessionRequest;
      requests.push({ method: 'POST', body });
      return Response.json(create(body, request.headers.get('idempotency-key') ?? ''), {
        status: 201,
      });
    }
    requests.push({ method: request.method, body: undefined });
    const session = sessions.get(request.url.split('/').at(-1) ?? '');
    return session
      ? Response.json(session)
      : Response.json({ detail: 'There is no such session.' }, { status: 404 });
  };

  return {
    fetch: (input, init) => {
      if (isStopped) return Promise.reject(new TypeError('fetch failed'));
      return answer(new Request(input, init));
    },
    requests,
    change(id, changes) {
      const session = sessions.get(id);
      if (session) sessions.set(id, { ...session, ...changes });
    },
    stop() {
      isStopped = true;
    },
  };
}

function openSession(body: SessionRequest, id: string): SessionRecord {
  const price = products.find(({ priceId }) => priceId === body.line_items[0]?.price_id);
  const amount = price?.amountAtom ?? 0;
  return {
    id,
    url: `http://127.0.0.1:4242/checkout/cst_${id}`,
    state: 'open',
    currency: 'usd',
    amount_subtotal_atom: amount,
    amount_total_atom: amount,
    payment_intent_id: null,
  };
}
