import { PaymentKitError } from '../errors/PaymentKitError.ts';
import { readWebhookHeader, type WebhookHeaders } from './readWebhookHeader.ts';

/** What was received, and what a scheme needs besides to judge it. */
export interface Delivery {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: WebhookHeaders;
  readonly toleranceSeconds: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What must have been signed, and the signatures that came along. */
export interface Claim {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly signatures: readonly Uint8Array[];
  /** Refuses what is signed but too old, or of the future. */
  readonly checkTime: () => void;
}

/** A way of signing. Each looks at its own headers alone: those of the other one downgrade nothing. */
export interface WebhookScheme {
  readonly keyOf: (secret: string) => Uint8Array<ArrayBuffer> | undefined;
  readonly read: (delivery: Delivery) => Claim;
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function requireHeader(headers: WebhookHeaders, name: string): string {
  const value = readWebhookHeader(headers, name);
  if (value) return value;
  throw new PaymentKitError(
    'signature_missing',
    `Failed to verify the webhook: it has no header "${name}". Pass all headers of the request, and choose the scheme that you have set up.`,
  );
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** The documented header: HMAC-SHA256 of the raw body in hex, keyed by the whole secret. */
export const paymentkitScheme = (): WebhookScheme => ({
  keyOf: bytesOf,
  read: ({ body, headers }) => {
    const value = requireHeader(headers, 'x-webhook-signature');
    const pairs = /^[0-9a-f]{64}$/.test(value) ? (value.match(/../g) ?? []) : [];
    const signature = Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
    return { content: body, signatures: [signature], checkTime: () => undefined };
  },
});

function checkTimestamp(text: string, { now, toleranceSeconds }: Delivery): void {
  const seconds = /^\d{1,12}$/.test(text) ? Number(text) : NaN;
  const away = Math.abs(Math.floor(now() / 1000) - seconds);
  if (away <= toleranceSeconds) return;
  throw new PaymentKitError(
    'timestamp_out_of_range',
    `Failed to verify the webhook: it was signed ${Number.isNaN(away) ? 'at no time' : `${away} s away from this clock`}, and ${toleranceSeconds} s are allowed. Check the clock of this server; an old delivery may be a replay.`,
  );
}

/** Standard Webhooks: id, time and body together, keyed by the bytes behind `whsec_`. */
export const standardScheme = (): WebhookScheme => ({
  keyOf: (secret) => decodeBase64(secret.replace(/^whsec_/, '')),
  read: (delivery) => {
    const { headers, body } = delivery;
    const id = requireHeader(headers, 'webhook-id');
    const timestamp = requireHeader(headers, 'webhook-timestamp');
    const listed = requireHeader(headers, 'webhook-signature').split(' ');
    const prefix = bytesOf(`${id}.${timestamp}.`);
    const content = new Uint8Array(prefix.length + body.length);
    content.set(prefix);
    content.set(body, prefix.length);
    const signatures = listed.flatMap((entry) =>
      entry.startsWith('v1,') ? (decodeBase64(entry.slice(3)) ?? []) : [],
    );
    return { content, signatures, checkTime: () => checkTimestamp(timestamp, delivery) };
  },
});
