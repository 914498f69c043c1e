import type { PaymentKitError } from '../errors/PaymentKitError.ts';
import { requireBrowser } from '../options/checkOption.ts';
import { accessOf, type HostOption } from '../options/resolveAccess.ts';
import type { Platform } from '../platform/Platform.ts';
import type { CheckoutSession } from '../session/CheckoutSession.ts';
import { hostedPageUrl } from '../session/checkoutUrl.ts';
import { readSession } from '../session/readSession.ts';
import { type CompletionOption, resolveCompletion } from './resolveCompletion.ts';
import { type PendingRecord, readRecord, writeRecord } from './pendingRecord.ts';

export interface CheckoutReturnOptions extends HostOption {
  /** Tells the merchant's server about a completed session, before the answer is given. */
  readonly completion?: CompletionOption | undefined;
  /**
   * Takes the parameter that holds the session's id out of the address bar.
   *
   * @default false
   */
  readonly cleanUrl?: boolean | undefined;
  /** The session to ask about, where the server knows it; the tab's own record is then not looked at. */
  readonly secureToken?: string | undefined;
}

/** How a checkout by redirect ended, as far as the browser can tell. */
export interface CheckoutReturn {
  /** `canceled`: not paid. `processing`: the bank has not answered yet. `unknown`: ask your server. */
  readonly outcome: 'completed' | 'processing' | 'canceled' | 'expired' | 'unknown';
  readonly sessionId?: string | undefined;
  readonly session?: CheckoutSession | undefined;
  /** Who says so: the merchant's own server, the session API, or nobody in this call. */
  readonly verified: 'merchant' | 'api' | 'none';
  /** Why the session could not be read. */
  readonly error?: PaymentKitError | undefined;
  /** Goes back to the same checkout, which is still open. */
  readonly resume?: (() => void) | undefined;
}

const pageOf = (address: string): string => {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
};

const idsIn = (address: string): string[] => [...new URL(address).searchParams.values()];

/** Without a token nothing can be read: the record of an ended checkout answers, or nobody knows. */
function answerWithoutToken(
  { location: { href } }: Platform,
  record: PendingRecord | undefined | false,
): CheckoutReturn | undefined {
  const ids = idsIn(href);
  if (
    record &&
    record.outcome &&
    (record.page === pageOf(href) || ids.includes(String(record.id)))
  ) {
    return { outcome: record.outcome, sessionId: record.id, verified: 'none' };
  }
  const sessionId = ids.find((id) => /^cs_\w{4,96}$/.test(id));
  return sessionId ? { outcome: 'unknown', sessionId, verified: 'none' } : undefined;
}

/** Whether "canceled" may be answered: on one load of a page and its reloads, not on later visits. */
function claimsCanceled(platform: Platform, record: PendingRecord): boolean {
  const { timeOrigin } = platform.performance;
  const [navigation] = platform.performance.getEntriesByType('navigation');
  const reloaded = (navigation as PerformanceNavigationTiming | undefined)?.type === 'reload';
  const claims = [undefined, timeOrigin].includes(record.load) || (record.load !== 0 && reloaded);
  writeRecord(platform, { ...record, load: claims ? timeOrigin : 0 });
  return claims;
}

/** Whether this visit is the return of the session that the record is about. */
function isReturn(platform: Platform, record: PendingRecord, session: CheckoutSession): boolean {
  const { href } = platform.location;
  const back = [session.success_url, session.return_url].some(
    (url) => URL.canParse(url) && pageOf(url) === pageOf(href),
  );
  if (!back && !idsIn(href).includes(session.id)) return false;
  return session.state !== 'open' || claimsCanceled(platform, record);
}

function cleanAddress({ history, location }: Platform, id: string): void {
  const url = new URL(location.href);
  // By hand: URLSearchParams would write the merchant's other parameters anew.
  const pairs = url.search.slice(1).split('&');
  url.search = pairs.filter((pair) => !pair.endsWith(`=${id}`)).join('&');
  history.replaceState(history.state, '', url.href);
}

/** `handleCheckoutReturn` on a given platform. */
export async function handleCheckoutReturnOn(
  platform: Platform,
  { completion, cleanUrl, secureToken, host }: CheckoutReturnOptions = {},
): Promise<CheckoutReturn | undefined> {
  requireBrowser(platform);
  const tell = resolveCompletion(platform, completion);
  const record = secureToken === undefined && readRecord(platform);
  const token = record ? record.token : secureToken;
  if (!token) return answerWithoutToken(platform, record);

  const access = accessOf(token, record ? record.host : host);
  let session: CheckoutSession;
  try {
    session = await readSession(platform, access);
  } catch (error) {
    return { outcome: 'unknown', verified: 'none', error: error as PaymentKitError };
  }
  if (record && !isReturn(platform, record, session)) return undefined;

  const { id: sessionId, state } = session;
  const outcome = state === 'open' ? 'canceled' : state;
  const told = state === 'completed' && (await tell?.(sessionId));
  if (record && (outcome === 'completed' || outcome === 'expired')) {
    writeRecord(platform, { outcome, id: sessionId, page: pageOf(platform.location.href) });
  }
  if (cleanUrl) cleanAddress(platform, sessionId);
  const resume = (): void => {
    if (record) writeRecord(platform, access);
    platform.location.assign(hostedPageUrl(access));
  };
  const verified = told ? 'merchant' : 'api';
  return { outcome, sessionId, session, verified, ...(state === 'open' && { resume }) };
}
