import { createCall, type PaymentKitSettings } from './createCall.ts';
import { parseSession, type SessionRecord } from './parseSession.ts';
import { readAnswer } from './readAnswer.ts';
import { registerWebhook } from './registerWebhook.ts';

type Lines = readonly { readonly price_id: string; readonly quantity: number }[];

export interface SessionRequest {
  readonly line_items: Lines;
  readonly cascade_line_items?: readonly { readonly line_items: Lines }[];
  readonly success_url: string;
  readonly return_url: string;
  readonly custom_fields: Readonly<Record<string, string>>;
}

export interface PaymentKit {
  createSession(body: SessionRequest, idempotencyKey: string): Promise<SessionRecord>;
  retrieveSession(id: string): Promise<SessionRecord | undefined>;
  /** Has paid sessions told to this address of ours; gives the secret that deliveries are signed with. */
  registerWebhook(url: string): Promise<string>;
  /** Whether anything answers there at all: for the front page of this demonstration. */
  isReachable(): Promise<boolean>;
}

/** What a shop needs of PaymentKit's REST API. */
export function createPaymentKit(settings: PaymentKitSettings): PaymentKit {
  const { url, fetch: send = globalThis.fetch } = settings;
  const call = createCall(settings);

  return {
    async createSession(body, idempotencyKey) {
      const request = {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
        body: JSON.stringify(body),
      };
      let response = await call('/checkout-sessions', request);
      // A double click: the first request is still running, and its answer will be ours.
      for (let tries = 0; response.status === 409 && tries < 3; tries += 1) {
        await seconds(Number(response.headers.get('retry-after') ?? 1));
        response = await call('/checkout-sessions', request);
      }
      return await readSession(response);
    },
    async retrieveSession(id) {
      const response = await call(`/checkout-sessions/${encodeURIComponent(id)}`);
      return response.status === 404 ? undefined : await readSession(response);
    },
    registerWebhook: (address) => registerWebhook(call, address),
    isReachable: () =>
      send(url, { method: 'HEAD', signal: AbortSignal.timeout(1_000) }).then(
        () => true,
        () => false,
      ),
  };
}

const readSession = (response: Response) => readAnswer(response, 'a session', parseSession);

const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1_000));
