import type { PaymentKitError } from '../errors/PaymentKitError.ts';
import type { Access } from '../options/resolveAccess.ts';
import { parseSecureUrl } from '../options/parseSecureUrl.ts';
import type { CheckoutSession } from '../session/CheckoutSession.ts';
import { readSession } from '../session/readSession.ts';
import type { DiagnosePlatform } from './DiagnosePlatform.ts';
import { diagnosis, type Diagnosis } from './Diagnosis.ts';

/** How far two clocks may be apart before an expiry is seen at the wrong time, in milliseconds. */
const tolerance = 5 * 60 * 1000;

interface Reading {
  readonly session: CheckoutSession | undefined;
  readonly findings: readonly Diagnosis[];
}

function judgeSession({ Date: clock }: DiagnosePlatform, session: CheckoutSession): Diagnosis[] {
  const { id, state, server_time: serverTime } = session;
  const skew = clock.now() - Date.parse(serverTime);
  return [
    diagnosis(
      'session',
      state === 'open' || state === 'processing',
      `${id} is ${state}`,
      state === 'completed'
        ? 'It is paid already: show the order instead.'
        : 'Create a new session on your server; "expires_in_hours" says how long it lives.',
    ),
    diagnosis(
      'clock',
      Math.abs(skew) <= tolerance,
      `this device is ${String(Math.round(Math.abs(skew) / 1000))} s ${skew < 0 ? 'behind' : 'ahead of'} the API`,
      'Set the clock of this device: sessions seem to expire at the wrong time.',
    ),
  ];
}

/** Listens for whether the page's policy forbids requests to the host; gives what was heard so far. */
function watchPolicy(
  { document }: DiagnosePlatform,
  host: string,
  { signal }: AbortController,
): () => boolean {
  let blocked = false;
  document.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, blockedURI, disposition }) => {
      // A policy that only reports forbids nothing, and the page may ask others meanwhile.
      if (disposition !== 'enforce' || effectiveDirective !== 'connect-src') return;
      blocked ||= parseSecureUrl(blockedURI)?.origin === host;
    },
    { signal },
  );
  return () => blocked;
}

function judgeAccess(host: string, origin: string, code: string, blocked: boolean): Diagnosis[] {
  const unread = code === 'network' || code === 'api_error';
  return [
    diagnosis(
      'token',
      code !== 'token_rejected',
      code === 'token_rejected' ? `${host} does not know the token` : 'the token was not refused',
      'Pass the "secure_token" of a session of this host and environment; the session\'s "url" holds both.',
    ),
    diagnosis(
      'api',
      !unread,
      unread ? `${host} gave no answer of the session API (${code})` : `${host} answers`,
      'Check "host", the connection, and that nothing on the way blocks the request.',
    ),
    diagnosis(
      'connect_src',
      !blocked,
      blocked ? `the page's connect-src forbids ${host}` : 'no policy stood in the way',
      `Add ${host} to connect-src in the page's Content-Security-Policy.`,
    ),
    diagnosis(
      'origin',
      code !== 'origin_not_allowed',
      `this page is ${origin}`,
      'Name the page in "allowed_origins" when you create the session.',
    ),
  ];
}

/** Reads the session as a checkout does, and says what stood in the way. */
export async function readForDiagnosis(
  platform: DiagnosePlatform,
  access: Access,
): Promise<Reading> {
  const over = new AbortController();
  const isBlocked = watchPolicy(platform, access.host, over);
  let session: CheckoutSession | undefined;
  let code = '';
  try {
    session = await readSession(platform, access);
  } catch (error) {
    ({ code } = error as PaymentKitError);
  }
  // A browser tells of a forbidden request in a task after the one in which it fails.
  await new Promise<void>((resolve) => void platform.setTimeout(resolve, 50));
  over.abort();
  const findings = judgeAccess(access.host, platform.location.origin, code, isBlocked());
  if (session) findings.push(...judgeSession(platform, session));
  return { session, findings };
}
