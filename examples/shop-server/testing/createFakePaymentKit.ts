import { products } from '../orders/products.ts';
import type { SessionRequest } from '../paymentkit/createPaymentKit.ts';
import type { SessionRecord } from '../paymentkit/parseSession.ts';

export interface FakePaymentKit {
  readonly fetch: typeof fetch;
  /** The bodies of the sessions that were asked for. */
  readonly created: readonly SessionRequest[];
  /** The idempotency keys that they came with. */
  readonly keys: readonly (string | null)[];
  /** What the API says of a session from now on. */
  change(id: string, changes: Partial<SessionRecord>): void;
  /** From now on nobody answers, until `start`. */
  stop(): void;
  start(): void;
  /** Keeps the next answer back, as it was when it was asked for, until it is released. */
  hold(): Held;
}

interface Held {
  readonly asked: Promise<void>;
  readonly release: () => void;
}

/** The two endpoints of PaymentKit that the shop calls, for tests of the shop's own decisions. */
export function createFakePaymentKit(): FakePaymentKit {
  const sessions = new Map<string, SessionRecord>();
  const created: SessionRequest[] = [];
  const keys: (string | null)[] = [];
  let isStopped = false;
  const keeping = createKeeping();

  const answer = async (request: Request): Promise<Response> => {
    if (request.headers.get('authorization') !== 'Bearer sk_test_demo') return problem(401);
    if (request.method === 'POST') {
      const body = (await request.json()) as SessionRequest;
      created.push(body);
      keys.push(request.headers.get('idempotency-key'));
      const session = openSession(body, `cs_dev_${String(created.length)}`);
      sessions.set(session.id, session);
      return Response.json(session, { status: 201 });
    }
    const session = sessions.get(request.url.split('/').at(-1) ?? '');
    return session ? Response.json(session) : problem(404);
  };

  return {
    fetch: async (input, init) => {
      if (isStopped) throw new TypeError('fetch failed');
      return keeping.pass(await answer(new Request(input, init)));
    },
    ...{ created, keys },
    change(id, changes) {
      const session = sessions.get(id);
      if (session) sessions.set(id, { ...session, ...changes });
    },
    stop() {
      isStopped = true;
    },
    start() {
      isStopped = false;
    },
    hold: keeping.hold,
  };
}

/** Lets answers pass, but for the next one after `hold`. */
function createKeeping() {
  let keep: ((response: Response) => Promise<Response>) | undefined;
  const hold = (): Held => {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const asked = new Promise<void>((resolve) => {
      keep = async (response) => {
        keep = undefined;
        resolve();
        await released;
        return response;
      };
    });
    return { asked, release };
  };
  return { hold, pass: async (response: Response) => (keep ? keep(response) : response) };
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
