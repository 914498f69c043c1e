import { PaymentKitError } from '../errors/PaymentKitError.ts';
import type { WebhookEvent } from './WebhookEvent.ts';

/** The body of a request as it came: text or bytes, never parsed. */
export type WebhookBody = string | ArrayBuffer | ArrayBufferView;

/** A copy of the bytes: what is parsed is what was signed, whoever changes the buffer meanwhile. */
export function copyWebhookBody(body: WebhookBody): Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return new TextEncoder().encode(body);
  if (ArrayBuffer.isView(body)) {
    const bytes = new Uint8Array(body.byteLength);
    bytes.set(new Uint8Array(body.buffer, body.byteOffset, body.byteLength));
    return bytes;
  }
  // Not `instanceof`: a test runner's buffers are of another realm.
  if (Object.prototype.toString.call(body) === '[object ArrayBuffer]') {
    return new Uint8Array(body.slice());
  }
  throw new PaymentKitError(
    'invalid_option',
    'Failed to verify the webhook: the body is neither text nor bytes. Pass the raw body, such as `await request.text()`; what a framework has parsed is no longer what was signed.',
  );
}

interface Envelope {
  readonly id?: unknown;
  readonly object?: unknown;
  readonly type?: unknown;
  readonly data?: { readonly object?: unknown } | null;
}

const isEvent = (value: Envelope | null): boolean =>
  typeof value?.id === 'string' &&
  value.object === 'event' &&
  typeof value.type === 'string' &&
  typeof value.data?.object === 'object' &&
  value.data.object !== null;

/** Reads the event out of a body that was found to be signed. */
export function readWebhookBody(body: Uint8Array): WebhookEvent {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    value = null;
  }
  if (isEvent(value as Envelope | null)) return value as WebhookEvent;
  throw new PaymentKitError(
    'invalid_option',
    'Failed to read the webhook: its body is signed, but is no event. Check that this address is given to PaymentKit alone.',
  );
}
