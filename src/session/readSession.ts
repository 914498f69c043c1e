import { PaymentKitError, type PaymentKitErrorDetails } from '../errors/PaymentKitError.ts';
import type { PaymentKitErrorCode } from '../errors/PaymentKitErrorCode.ts';
import { checkSignal } from '../options/checkSignal.ts';
import type { Access } from '../options/resolveAccess.ts';
import type { Platform } from '../platform/Platform.ts';
import type { CheckoutSession } from './CheckoutSession.ts';

/** The codes that the other side may report, and that mean the same here. */
export const reportable =
  /^(token_rejected|origin_not_allowed|session_(completed|expired)|network|api_error)$/;

const sentences = (): Readonly<Record<string, string>> => ({
  token_rejected:
    'Failed to read the session: its token is not known. Pass the "secure_token" of a session of this host and environment.',
  origin_not_allowed:
    'Failed to read the session: this page\'s origin may not show it. Add the origin to "allowed_origins" when you create the session.',
  session_expired: 'Failed to read the session: it has expired. Create a new one.',
  session_completed: 'Failed to read the session: it is already paid. Create a new one.',
  network:
    'Failed to read the session: no answer came. Check the connection, "host" and the "connect-src" of your Content-Security-Policy.',
  aborted: 'The session was not read to its end: its signal was aborted. Nothing is to be done.',
  api_error:
    'Failed to read the session: the API gave an answer that is none. Check that "host" is the origin of a hosted page; otherwise try again later.',
});

/** Why a session could not be read, with the sentence for its code. */
export const createReadError = (code: string, details?: PaymentKitErrorDetails): PaymentKitError =>
  new PaymentKitError(code as PaymentKitErrorCode, __DEV__ ? sentences()[code] : '', details);

interface Answer {
  readonly id?: unknown;
  readonly state?: unknown;
  readonly code?: unknown;
}

/** Reads the session once, until a signal. Fails with a `PaymentKitError` after ten seconds at the latest. */
export async function readSession(
  platform: Platform,
  { host, token }: Access,
  ...signals: AbortSignal[]
): Promise<CheckoutSession> {
  if (__DEV__) signals.forEach(checkSignal);
  // Before the request: a browser that is too old for this has a network still.
  const signal = platform.AbortSignal.any([platform.AbortSignal.timeout(10_000), ...signals]);
  let code = 'network';
  let details: PaymentKitErrorDetails;
  // Whatever a page has put in the place of `fetch`: no answer is one of the network.
  try {
    // No `cache` option: it would bypass the preflight cache, and the answer is `no-store` anyway.
    const response = await platform.fetch(`${host}/api/checkout/session`, {
      headers: { authorization: `Bearer ${token}` },
      credentials: 'omit',
      redirect: 'error',
      signal,
    });
    const answer = (await response.json().catch(() => undefined)) as Answer | undefined;
    if (response.ok && answer?.state) return answer as CheckoutSession;
    details = { requestId: response.headers.get('x-request-id') ?? undefined };
    code = reportable.test(answer?.code as string) ? (answer?.code as string) : 'api_error';
  } catch (cause) {
    details = { cause };
  }
  throw createReadError(code, details);
}
