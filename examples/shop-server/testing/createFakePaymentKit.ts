import { products } from '../orders/products.ts';
import type { SessionRequest } from '../paymentkit/createPaymentKit.ts';
import type { SessionRecord } from '../paymentkit/parseSession.ts';

export interface FakePaymentKit {
  readonly fetch: typeof fetch;
  /** The bodies of the sessions that were asked for. */
  readonly created: readonly SessionRequest[];
  /** What the API says of a session from now on. */
  change(id: string, changes: Partial<SessionRecord>): void;
  /** From now on nobody answers. */
  stop(): void;
}

/** The two endpoints of PaymentKit that the shop calls, for tests of the shop's own decisions. */
export function createFakePaymentKit(): FakePaymentKit {
  const sessions = new Map<string, SessionRecord>();
  const created: SessionRequest[] = [];
  let isStopped = false;

  const answer = async (request: Request): Promise<Response> => {
    if (request.headers.get('authorization') !== 'Bearer sk_test_demo') return problem(401);
    if (request.method === 'POST') {
      const body = (await request.json()) as SessionRequest;
      created.push(body);
      const session = openSession(body, `cs_dev_${String(created.length)}`);
      sessions.set(session.id, session);
      return Response.json(session, { status: 201 });
    }
    const session = sessions.get(request.url.split('/').at(-1) ?? '');
    return session ? Response.json(session) : problem(404);
  };

  return {
    fetch: (input, init) =>
      isStopped ? Promise.reject(new TypeError('fetch failed')) : answer(new Request(input, init)),
    created,
    change(id, changes) {
      const session = sessions.get(id);
      if (session) sessions.set(id, { ...session, ...changes });
    },
    stop() {
      isStopped = true;
    },
  };
}

const problem = (status: number) => Response.json({ detail: 'Refused by the test.' }, { status });

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
