import { PaymentKitError } from '../errors/PaymentKitError.ts';
import type { PaymentKitErrorCode } from '../errors/PaymentKitErrorCode.ts';
import { copyWebhookBody, readWebhookBody, type WebhookBody } from './readWebhookBody.ts';
import type { WebhookHeaders } from './readWebhookHeader.ts';
import { sameSignature, signWebhook } from './signWebhook.ts';
import type { WebhookEvent } from './WebhookEvent.ts';
import { paymentkitScheme, type WebhookScheme, standardScheme } from './webhookSchemes.ts';

/** How a webhook is verified. */
export interface VerifyWebhookOptions {
  /**
   * Which headers are believed; those of the other scheme are never looked at. `paymentkit` is the
   * documented `X-Webhook-Signature`, which has no time in it and cannot stop a replay: settle once for
   * each `event.id`. `standard` is Standard Webhooks, whose time is checked.
   *
   * @default 'paymentkit'
   */
  readonly scheme?: 'paymentkit' | 'standard' | undefined;
  /**
   * How far the time of a `standard` delivery may be away from now, in seconds, both ways.
   *
   * @default 300
   */
  readonly toleranceSeconds?: number | undefined;
  /**
   * The time now, in milliseconds since 1970.
   *
   * @default Date.now
   */
  readonly now?: (() => number) | undefined;
}

function check(
  fits: boolean,
  sentence: string,
  code: PaymentKitErrorCode = 'invalid_option',
): asserts fits {
  if (!fits) throw new PaymentKitError(code, `Failed to verify the webhook: ${sentence}`);
}

/** A document for tests has a part of it, or none: Jest's jsdom lacks `TextEncoder`, too. */
const hasWebCrypto = (): boolean =>
  typeof TextEncoder === 'function' &&
  typeof crypto === 'object' &&
  !!(crypto as Partial<Crypto>).subtle;

function chooseScheme(name: unknown): WebhookScheme {
  check(
    name === 'paymentkit' || name === 'standard',
    '"scheme" is unknown. Pass "paymentkit" or "standard".',
  );
  return name === 'standard' ? standardScheme() : paymentkitScheme();
}

function keysOf(
  scheme: WebhookScheme,
  secrets: string | readonly string[],
): readonly Uint8Array<ArrayBuffer>[] {
  const all: readonly unknown[] = typeof secrets === 'string' ? [secrets] : secrets;
  check(
    Array.isArray(all) && all.length > 0,
    'there is no secret. Pass the "whsec_…" of the endpoint.',
  );
  return all.map((secret) => {
    check(
      typeof secret === 'string' && secret.length >= 16,
      'a secret is missing or shorter than 16 characters. Pass the whole "whsec_…" of the endpoint.',
    );
    const key = scheme.keyOf(secret);
    check(!!key?.length, 'a secret is not "whsec_" and base64. Pass it as the dashboard shows it.');
    return key;
  });
}

/**
 * Whether a request comes from PaymentKit, and what it says. Runs wherever there is WebCrypto: Node 20 and
 * later, Deno, Bun and edge runtimes.
 *
 * @param rawBody - The body as it came, as text or bytes. Never what a framework has parsed.
 * @param headers - The headers of the request.
 * @param secrets - The secret of the endpoint; two or more while one takes over from another.
 * @returns the event. Deliveries repeat: act once for each `event.id`, and read the session before you ship.
 *
 * @throws {@link PaymentKitError} (as a rejection) `signature_missing`, `signature_mismatch` and
 * `timestamp_out_of_range`: answer 400 and do nothing. `invalid_option` when the call itself is wrong, and
 * `insecure_context` without WebCrypto: answer 500.
 *
 * @example
 * ```ts
 * import { verifyWebhook } from 'paymentkit-js/webhooks';
 *
 * export async function POST(request: Request): Promise<Response> {
 *   const secret = process.env['PAYMENTKIT_WEBHOOK_SECRET'] ?? '';
 *   const event = await verifyWebhook(await request.text(), request.headers, secret);
 *   if (event.type === 'checkout_session.completed') console.log('Settle', event.data.object.id);
 *   return new Response(null, { status: 204 });
 * }
 * ```
 */
export async function verifyWebhook(
  rawBody: WebhookBody,
  headers: WebhookHeaders,
  secrets: string | readonly string[],
  options: VerifyWebhookOptions = {},
): Promise<WebhookEvent> {
  const { scheme: name = 'paymentkit', toleranceSeconds = 300, now = Date.now } = options;
  check(
    hasWebCrypto(),
    'there is no WebCrypto here. Run it on Node 20 or later, or in a secure context; a test of it in the environment "node".',
    'insecure_context',
  );
  const scheme = chooseScheme(name);
  const keys = keysOf(scheme, secrets);
  check(
    typeof headers === 'object' && !!headers,
    'there are no headers. Pass those of the request, all of them.',
  );
  check(toleranceSeconds >= 0, '"toleranceSeconds" is no number of seconds. Pass 0 or more.');
  check(typeof now === 'function', '"now" is no function. Pass one, such as () => Date.now().');
  const body = copyWebhookBody(rawBody);
  const claim = scheme.read({ body, headers, toleranceSeconds, now });

  const expected = await Promise.all(keys.map((key) => signWebhook(key, claim.content)));
  const matches = expected.filter((one) =>
    claim.signatures.some((other) => sameSignature(one, other)),
  );
  check(
    matches.length > 0,
    'its signature is not of this body and secret. Pass the body exactly as it came, and the secret of this very endpoint.',
    'signature_mismatch',
  );
  claim.checkTime();
  return readWebhookBody(body);
}
