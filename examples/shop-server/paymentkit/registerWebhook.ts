import type { Call } from './createCall.ts';
import { readAnswer } from './readAnswer.ts';

/**
 * Asks PaymentKit to tell us of paid sessions at this address; gives the secret that it signs with. A shop in production
 * does this once, by hand, and keeps the secret beside its secret key.
 */
export async function registerWebhook(call: Call, url: string): Promise<string> {
  const list = await call('/webhook-endpoints?limit=100');
  const endpoints = await readAnswer(list, 'a list of endpoints', parseEndpoints);
  // Of an earlier run, whose secret went with it. Left alone it would have everything delivered twice.
  for (const { id } of endpoints.filter((endpoint) => endpoint.url === url)) {
    await call(`/webhook-endpoints/${encodeURIComponent(id)}`, { method: 'DELETE' });
  }
  const made = await call('/webhook-endpoints', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url, events: ['checkout_session.completed'] }),
  });
  return await readAnswer(made, 'a webhook endpoint', parseSecret);
}

interface Endpoint {
  readonly id: string;
  readonly url: string;
}

function parseEndpoints(body: unknown): readonly Endpoint[] | undefined {
  const { data } = asRecord(body);
  return Array.isArray(data) ? data.filter(isEndpoint) : undefined;
}

const isEndpoint = (value: unknown): value is Endpoint => {
  const { id, url } = asRecord(value);
  return typeof id === 'string' && typeof url === 'string';
};

function parseSecret(body: unknown): string | undefined {
  const { secret } = asRecord(body);
  return typeof secret === 'string' ? secret : undefined;
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
