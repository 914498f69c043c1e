import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** One attempt to deliver an event. */
interface WebhookAttempt {
  readonly eventId: string;
  readonly eventType: string;
  readonly deliveryId: string;
  /** Real time, in milliseconds: receivers compare it with their own clock. */
  readonly sentAt: number;
  /** Exactly what is sent. */
  readonly body: string;
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

const mac = (key: Uint8Array, text: string): Uint8Array => hmac(sha256, key, utf8ToBytes(text));

/** A secret for one endpoint, from 24 random bytes. */
export function webhookSecret(random: Uint8Array): string {
  return `whsec_${base64(random)}`;
}

/**
 * Signs a delivery in both ways: as PaymentKit documents it (the body alone, under the whole secret as text), and as
 * Standard Webhooks has it (id, time and body, under the bytes that the secret stands for), which a replay does not pass.
 */
export function signWebhook(secret: string, attempt: WebhookAttempt): Record<string, string> {
  const { eventId, eventType, deliveryId, body } = attempt;
  const timestamp = String(Math.floor(attempt.sentAt / 1000));
  const key = Uint8Array.from(atob(secret.slice('whsec_'.length)), (char) => char.charCodeAt(0));
  return {
    'x-webhook-signature': bytesToHex(mac(utf8ToBytes(secret), body)),
    'x-webhook-event-id': eventId,
    'x-webhook-event-type': eventType,
    'x-webhook-delivery-id': deliveryId,
    'webhook-id': eventId,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${base64(mac(key, `${eventId}.${timestamp}.${body}`))}`,
  };
}
