import { parseSession, type SessionRecord } from './parseSession.ts';

export interface SessionRequest {
  readonly line_items: readonly { readonly price_id: string; readonly quantity: number }[];
  readonly success_url: string;
  readonly return_url: string;
  readonly custom_fields: Readonly<Record<string, string>>;
}

export interface PaymentKit {
  createSession(body: SessionRequest, idempotencyKey: string): Promise<SessionRecord>;
  retrieveSession(id: string): Promise<SessionRecord | undefined>;
  /** Whether anything answers there at all: for the front page of this demonstration. */
  isReachable(): Promise<boolean>;
}

export interface PaymentKitSettings {
  readonly url: string;
  readonly accountId: string;
  /** Never leaves this process: not in a page, a log or an error. */
  readonly secretKey: string;
  readonly fetch?: typeof fetch;
}

/** PaymentKit did not answer, or not as its API says. Whether money moved is unknown: ask again. */
export class PaymentKitUnavailable extends Error {
  override readonly name = 'PaymentKitUnavailable';
}

/** The two calls of PaymentKit's REST API that a shop needs. */
export function createPaymentKit(settings: PaymentKitSettings): PaymentKit {
  const { url, accountId, secretKey, fetch: send = globalThis.fetch } = settings;
  const sessions = `${url}/api/${accountId}/checkout-sessions`;

  const call = async (address: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${secretKey}`);
    try {
      return await send(address, { ...init, headers, signal: AbortSignal.timeout(8_000) });
    } catch (cause) {
      throw new PaymentKitUnavailable(`Failed to reach PaymentKit at ${url}.`, { cause });
    }
  };

  return {
    async createSession(body, idempotencyKey) {
      const request = {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
        body: JSON.stringify(body),
      };
      let response = await call(sessions, request);
      // A double click: the first request is still running, and its answer will be ours.
      for (let tries = 0; response.status === 409 && tries < 3; tries += 1) {
        await seconds(Number(response.headers.get('retry-after') ?? 1));
        response = await call(sessions, request);
      }
      return await readSession(response);
    },
    async retrieveSession(id) {
      const response = await call(`${sessions}/${encodeURIComponent(id)}`, { method: 'GET' });
      return response.status === 404 ? undefined : await readSession(response);
    },
    isReachable: () =>
      send(url, { method: 'HEAD', signal: AbortSignal.timeout(1_000) }).then(
        () => true,
        () => false,
      ),
  };
}

async function readSession(response: Response): Promise<SessionRecord> {
  const body: unknown = await response.json().catch(() => undefined);
  const session = response.ok ? parseSession(body) : undefined;
  if (session) return session;
  const request = response.headers.get('x-request-id') ?? 'none';
  throw new PaymentKitUnavailable(
    `PaymentKit answered ${String(response.status)} without a session (request ${request}): ${detailOf(body)}`,
  );
}

function detailOf(body: unknown): string {
  const isProblem = typeof body === 'object' && body !== null && 'detail' in body;
  return isProblem && typeof body.detail === 'string' ? body.detail : 'no detail was given.';
}

const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1_000));
