import { randomBytes } from 'node:crypto';

/** The fields of a session that tests read; the rest is there too. */
export interface Session {
  readonly id: string;
  readonly secure_token: string;
  /** The complete address of its checkout, where pages reach it. */
  readonly url: string;
  readonly state: string;
  readonly amount_total_atom: number;
  readonly payment_intent_id: string | null;
  readonly [field: string]: unknown;
}

export interface Account {
  readonly id: string;
  /** Makes a session for one premium print kit at 49.00 USD, paid on `shop`, unless told otherwise. */
  createSession(fields?: Readonly<Record<string, unknown>>): Promise<Session>;
  readSession(id: string): Promise<Session>;
  /** Makes anything else of the API, such as a coupon, and gives its id. */
  create(resource: string, fields: Readonly<Record<string, unknown>>): Promise<string>;
  /** Settles a session from the merchant's side, as its server would. */
  settle(id: string, how: 'complete' | 'expire'): Promise<Session>;
  /** Applies a promotion code, as another window of the shopper's does. */
  applyCode(session: Session, code: string): Promise<void>;
  /** The bank takes the payment that is under way, without a word to the page. */
  decide(id: string): Promise<void>;
  /** Moves the account's clock on, such as by `25h`. */
  advance(time: string): Promise<void>;
}

type Call = (method: string, path: string, body?: unknown, key?: string) => Promise<unknown>;

/** Asks the server at `origin`, as a merchant's server does where no other key is given. */
const createCall =
  (origin: string): Call =>
  async (method, path, body, key = 'sk_test_e2e') => {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      // A test that waits for nothing of Playwright's has no limit of its own, and could not say what it waited for.
      signal: AbortSignal.timeout(20_000),
    }).catch((cause: unknown) => {
      throw new Error(`${method} ${path}: no answer`, { cause });
    });
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${String(response.status)} ${await response.text()}`);
    }
    return (await response.json()) as unknown;
  };

/**
 * A fresh account, which is a world of its own on the server at `origin`. Its sessions return to `shop`, and lead to
 * `pay`: what pages call that server, in a name that Node does not resolve.
 */
export function createAccount(origin: string, shop: string, pay = origin): Account {
  const id = `acc_e2e_${randomBytes(8).toString('hex')}`;
  const call = createCall(origin);
  const callSessions = async (method: string, path: string, body?: unknown): Promise<Session> => {
    const session = (await call(method, `/api/${id}/checkout-sessions${path}`, body)) as Session;
    return { ...session, url: session.url.replace(origin, pay) };
  };

  return {
    id,
    createSession: (fields = {}) =>
      callSessions('POST', '', {
        line_items: [{ price_id: 'price_premium', quantity: 1 }],
        success_url: `${shop}/success?session_id={CHECKOUT_SESSION_ID}`,
        return_url: `${shop}/cart`,
        ...fields,
      }),
    create: async (resource, fields) =>
      ((await call('POST', `/api/${id}/${resource}`, fields)) as { id: string }).id,
    readSession: (session) => callSessions('GET', `/${session}`),
    settle: (session, how) => callSessions('POST', `/${session}/${how}`),
    async applyCode({ secure_token }, code) {
      await call('POST', '/api/checkout/session/promotion-code', { code }, secure_token);
    },
    async decide(session) {
      const path = `/_mock/accounts/${id}/sessions/${session}/outcome`;
      await call('POST', path, { outcome: 'complete' });
    },
    async advance(time) {
      await call('POST', `/_mock/accounts/${id}/clock`, { advance: time });
    },
  };
}
