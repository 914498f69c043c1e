import type { EventType } from './domain/webhooks/eventTypes.ts';
import type { LoggedRequest } from './handlers/observing/createRequestLog.ts';
import type { CheckoutSession } from './schemas/checkoutSession.ts';
import type { Delivery, Moment } from './schemas/timeline.ts';

/** Where the mock is, and which account in it. */
export interface MockControlOptions {
  /** Where the mock answers: what `listen` returned, or `https://api.paymentkit.com` under MSW. */
  readonly url: string;
  /**
   * The account that is handled.
   *
   * @default a fresh one: a world of its own
   */
  readonly accountId?: string;
  /** What the server was started with as `--control-token`. */
  readonly controlToken?: string;
  /**
   * What asks the mock.
   *
   * @default the global one, as it is when it is needed
   */
  readonly fetch?: (input: string, init: RequestInit) => Promise<Response>;
}

/** An account's time. */
export interface MockClock {
  /** What it shows. */
  now(): Promise<Date>;
  /** Moves it on, such as by `25h` or `1h30m`. What falls due by then has happened when this resolves. */
  advance(duration: string): Promise<void>;
  /** Sets it to a date, never backwards. What falls due by then has happened when this resolves. */
  set(date: Date): Promise<void>;
  /** Stops it until `run`. */
  freeze(): Promise<void>;
  /** Lets a frozen clock go on. */
  run(): Promise<void>;
}

/** How a session is to end, without its page. */
export type MockOutcome =
  | 'complete'
  | 'expire'
  | 'challenge'
  /** Completes when a minute has passed on the account's clock. */
  | 'processing'
  | 'decline'
  | { readonly outcome: 'decline'; readonly decline_code: string };

/** Which requests go wrong, and how. One of `latency_ms`, `status` and `drop` has to be there. */
export interface MockFault {
  /** A path, or a method and a path: `POST /api/checkout/session/payments`. `*` is any text, `:name` one part. */
  readonly match: string;
  /** The request waits so many milliseconds first, 60 000 at most. */
  readonly latency_ms?: number;
  /** Answered with this, 400 to 599, and nothing was done. */
  readonly status?: number;
  /** The connection is cut: before anything was done, or when all of it was. */
  readonly drop?: 'before' | 'after_commit';
  /**
   * How many requests it is for.
   *
   * @default 1
   */
  readonly times?: number;
}

/** Requests that go wrong on purpose. */
export interface MockFaults {
  /** Lets the next requests that match go wrong. */
  add(fault: MockFault): Promise<void>;
  /** Lets all go well again, webhooks too. */
  clear(): Promise<void>;
}

/** Who is told of what, and how that went. */
export interface MockWebhooks {
  /** Registers an address. Without `events` it is told of everything. */
  endpoint(
    url: string,
    events?: readonly (EventType | '*')[],
  ): Promise<{ readonly id: string; readonly secret: string }>;
  /** Every attempt, newest first, once none is on its way any more. */
  deliveries(): Promise<readonly Delivery[]>;
  /** Sends one again, and resolves with what came of it. */
  replay(deliveryId: string): Promise<Delivery>;
  /** Lets the next events come twice, late or wrongly signed. `times` is 1 by default. */
  fault(kind: 'duplicate' | 'reorder' | 'bad_signature', times?: number): Promise<void>;
}

/** One account of a mock server, as a test handles it. */
export interface MockControl {
  /** Where the mock answers: `PAYMENTKIT_URL` of the code under test. */
  readonly url: string;
  /** The account, the `PAYMENTKIT_ACCOUNT` of the code under test. */
  readonly accountId: string;
  /** Makes the account as new. */
  reset(): Promise<void>;
  /** Its time. */
  readonly clock: MockClock;
  /** Makes a session for one premium print kit at 49.00 USD unless told otherwise; any field of the API will do. */
  createSession(body?: Readonly<Record<string, unknown>>): Promise<CheckoutSession>;
  /** Ends a session as if a shopper had been there. */
  settle(sessionId: string, outcome: MockOutcome): Promise<CheckoutSession>;
  /** What has become of a session, in the order in which it came. */
  timeline(sessionId: string): Promise<readonly Moment[]>;
  /** Requests that go wrong on purpose. */
  readonly faults: MockFaults;
  /** Its webhooks: who is told, and how that went. */
  readonly webhooks: MockWebhooks;
  /** The latest requests, newest first; without bodies, keys and tokens. */
  requests(): Promise<readonly LoggedRequest[]>;
  /** Any operation of the API in this account, without a key: `request('GET', '/customers')`. */
  request(method: string, path: string, body?: unknown): Promise<unknown>;
}
