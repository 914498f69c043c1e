import type {
  MockClock,
  MockControl,
  MockControlOptions,
  MockFaults,
  MockWebhooks,
} from './MockControl.ts';
import { checkOptions } from './domain/requests/checkOptions.ts';
import { noAnswerReason } from './domain/webhooks/noAnswerReason.ts';
import { accountIdRule, readAccountId } from './handlers/requests/accountId.ts';
import type { LoggedRequest } from './handlers/observing/createRequestLog.ts';
import type { CheckoutSession } from './schemas/checkoutSession.ts';
import type { ClockView } from './schemas/clock.ts';
import type { Delivery, Moment } from './schemas/timeline.ts';

type Call = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** What a refusal says, in one sentence. What is no problem document is told as it came. */
function explain(request: string, status: number, text: string): string {
  let problem: {
    readonly detail?: unknown;
    readonly code?: unknown;
    readonly request_id?: unknown;
  };
  try {
    problem = Object(JSON.parse(text)) as typeof problem;
  } catch {
    problem = {};
  }
  const { detail = text, code = 'no problem document', request_id: id } = problem;
  const about = [status, code, id].filter((part) => part !== undefined).map(String);
  return `Failed to ${request}: ${String(detail)} (${about.join(' ')})`;
}

/** A variable that was not set is the usual mistake. */
function originOf(url: unknown): string {
  const text = String(url);
  if (URL.canParse(text) && /^https?:/.test(text)) return text.replace(/\/+$/, '');
  throw new Error(
    `Failed to find the mock server: its url is ${text || 'empty'}. Give what listen() returned, such as http://127.0.0.1:4242.`,
  );
}

function parseAnswer(request: string, text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch (cause) {
    const reason = 'what came is no JSON. Is it the mock server that listens there?';
    throw new Error(`Failed to ${request}: ${reason}`, { cause });
  }
}

function createCall(url: string, base: string, options: MockControlOptions): Call {
  const { controlToken, fetch: given } = options;
  return async (method, path, body) => {
    const request = `${method} ${path}`.trim();
    const send = given ?? fetch;
    const response = await send(`${url}${base}${path}`, {
      method,
      headers: {
        ...(controlToken !== undefined && { authorization: `Bearer ${controlToken}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }).catch((cause: unknown) => {
      const why = noAnswerReason(cause);
      throw new Error(`Failed to ${request}: no answer from ${url}, ${why}.`, { cause });
    });
    const text = await response.text();
    if (!response.ok) throw new Error(explain(request, response.status, text));
    return parseAnswer(request, text);
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
    // JSON writes null for a date that is none, and the server says what it wants instead.
    set: (date) => set({ now: date }),
    freeze: () => set({ freeze: true }),
    run: () => set({ freeze: false }),
  };
}

function createFaults(call: Call): MockFaults {
  return {
    async add(fault) {
      await call('POST', '/faults', fault);
    },
    async clear() {
      await call('DELETE', '/faults');
    },
  };
}

const listOf = async <T>(answer: Promise<unknown>): Promise<readonly T[]> =>
  ((await answer) as { readonly data: readonly T[] }).data;

function createWebhooks(call: Call): MockWebhooks {
  async function deliveries(): Promise<readonly Delivery[]> {
    const all: Delivery[] = [];
    for (;;) {
      const query = `settled=true&limit=100&offset=${String(all.length)}`;
      const page = await listOf<Delivery>(call('GET', `/deliveries?${query}`));
      all.push(...page);
      if (page.length < 100) return all;
    }
  }

  return {
    deliveries,
    async endpoint(url, events) {
      const body = { url, ...(events && { events }) };
      return (await call('POST', '/api/webhook-endpoints', body)) as { id: string; secret: string };
    },
    async replay(deliveryId) {
      const sent = (await call('POST', `/deliveries/${deliveryId}/replay`)) as Delivery;
      return (await deliveries()).find(({ id }) => id === sent.id) ?? sent;
    },
    async fault(kind, times = 1) {
      await call('POST', '/webhook-faults', { kind, times });
    },
  };
}

const line_items = [{ price_id: 'price_premium', quantity: 1 }];

const urls = {
  success_url: 'https://shop.example/thanks?session_id={CHECKOUT_SESSION_ID}',
  return_url: 'https://shop.example/cart',
};

/**
 * Handles one account of a mock server: its time, its sessions, and how they end. What the server refuses rejects with
 * what it says.
 *
 * @throws Error where an option does not exist, `url` is no address, or `accountId` is none
 *
 * @example
 * ```ts
 * import { createMockControl } from 'paymentkit-mock-server';
 *
 * const control = createMockControl({ url: 'http://127.0.0.1:4242' });
 * const { id } = await control.createSession();
 * const { state } = await control.settle(id, 'complete');
 * console.log(control.accountId, id, state);
 * ```
 */
export function createMockControl(options: MockControlOptions): MockControl {
  checkOptions('make a control', options, ['url', 'accountId', 'controlToken', 'fetch']);
  const { accountId = `acc_${crypto.randomUUID().replaceAll('-', '')}` } = options;
  if (readAccountId(accountId) === undefined) {
    throw new Error(`Failed to find the account "${accountId}": ${accountIdRule}`);
  }
  const url = originOf(options.url);
  const call = createCall(url, `/_mock/accounts/${accountId}`, options);

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
    timeline: (sessionId) => listOf<Moment>(call('GET', `/sessions/${sessionId}/timeline`)),
    faults: createFaults(call),
    webhooks: createWebhooks(call),
    requests: () => listOf<LoggedRequest>(call('GET', '/requests')),
    request: (method, path, body) => call(method, `/api${path}`, body),
  };
}
