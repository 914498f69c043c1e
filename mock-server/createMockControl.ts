import type { CheckoutSession } from './schemas/checkoutSession.ts';
import type { ClockView } from './schemas/clock.ts';

/** Where the mock is, and which account in it. */
export interface MockControlOptions {
  /** Where the mock answers: what `listen` returned, or `https://api.paymentkit.com` under MSW. */
  readonly url: string;
  /** @default a fresh one: a world of its own */
  readonly accountId?: string;
  /** What the server was started with as `--control-token`. */
  readonly controlToken?: string;
  /** @default the global one, as it is when it is needed */
  readonly fetch?: (input: string, init: RequestInit) => Promise<Response>;
}

/** An account's time. */
export interface MockClock {
  now(): Promise<Date>;
  /** Moves it on, such as by `25h` or `1h30m`. What falls due by then has happened when this resolves. */
  advance(duration: string): Promise<void>;
  /** Never backwards. */
  set(date: Date): Promise<void>;
  freeze(): Promise<void>;
  /** Lets a frozen clock go on. */
  run(): Promise<void>;
}

/** How a session is to end, without its page. */
export type MockOutcome =
  | 'complete'
  | 'expire'
  | 'challenge'
  | 'decline'
  | { readonly outcome: 'decline'; readonly decline_code: string };

/** One account of a mock server, as a test handles it. */
export interface MockControl {
  readonly url: string;
  readonly accountId: string;
  /** Makes the account as new. */
  reset(): Promise<void>;
  readonly clock: MockClock;
  /** Makes a session for one premium print kit at 49.00 USD unless told otherwise; any field of the API will do. */
  createSession(body?: Readonly<Record<string, unknown>>): Promise<CheckoutSession>;
  /** Ends a session as if a shopper had been there. */
  settle(sessionId: string, outcome: MockOutcome): Promise<CheckoutSession>;
  /** Any operation of the API in this account, without a key: `request('GET', '/customers')`. */
  request(method: string, path: string, body?: unknown): Promise<unknown>;
}

type Call = (method: string, path: string, body?: unknown) => Promise<unknown>;

function createCall({ url, controlToken, fetch: given }: MockControlOptions, base: string): Call {
  return async (method, path, body) => {
    const send = given ?? fetch;
    const response = await send(`${url}${base}${path}`, {
      method,
      headers: {
        ...(controlToken !== undefined && { authorization: `Bearer ${controlToken}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    return answer;
  };
}

function createClock(call: Call): MockClock {
  const set = async (body: object): Promise<void> => {
    await call('POST', '/clock', body);
  };
  return {
    async now() {
      return new Date(((await call('GET', '/clock')) as ClockView).now);
    },
    advance: (duration) => set({ advance: duration }),
    set: (date) => set({ now: date.toISOString() }),
    freeze: () => set({ freeze: true }),
    run: () => set({ freeze: false }),
  };
}

const line_items = [{ price_id: 'price_premium', quantity: 1 }];

const urls = {
  success_url: 'https://shop.example/thanks?session_id={CHECKOUT_SESSION_ID}',
  return_url: 'https://shop.example/cart',
};

/**
 * Handles one account of a mock server: its time, its sessions, and how they end.
 *
 * @example
 * const control = createMockControl({ url: await server.listen() });
 * const session = await control.createSession();
 * await control.settle(session.id, 'complete');
 */
export function createMockControl(options: MockControlOptions): MockControl {
  const { url, accountId = `acc_${crypto.randomUUID().replaceAll('-', '')}` } = options;
  const call = createCall(options, `/_mock/accounts/${accountId}`);

  return {
    url,
    accountId,
    async reset() {
      await call('DELETE', '');
    },
    clock: createClock(call),
    async createSession(body = {}) {
      // A session that only stores a card has no items.
      const items = body['mode'] === 'setup' ? {} : { line_items };
      const whole = { ...items, ...urls, ...body };
      return (await call('POST', '/api/checkout-sessions', whole)) as CheckoutSession;
    },
    async settle(sessionId, outcome) {
      const body = typeof outcome === 'string' ? { outcome } : outcome;
      return (await call('POST', `/sessions/${sessionId}/outcome`, body)) as CheckoutSession;
    },
    request: (method, path, body) => call(method, `/api${path}`, body),
  };
}
