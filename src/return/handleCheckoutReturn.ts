import type { PaymentKitError } from '../errors/PaymentKitError.ts';
import { checkNames } from '../options/checkNames.ts';
import { requireBrowser } from '../options/checkOption.ts';
import { accessOf, type HostOption, hostedPageUrl } from '../options/resolveAccess.ts';
import type { Platform } from '../platform/Platform.ts';
import type { CheckoutSession } from '../session/CheckoutSession.ts';
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

const names: readonly (keyof CheckoutReturnOptions)[] = [
  'completion',
  'cleanUrl',
  'secureToken',
  'host',
];

const pageOf = (address: string): string => {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
};

const idsIn = (address: string): string[] => [...new URL(address).searchParams.values()];

/** Whether this visit is about a session: it is one of its pages, or its id is in the address. */
const concerns = (
  href: string,
  id: string | undefined,
  ...pages: (string | undefined)[]
): boolean =>
  idsIn(href).includes(String(id)) ||
  pages.some((page = '') => URL.canParse(page) && pageOf(page) === pageOf(href));

/** Without a token nothing can be read: the record of an ended checkout answers, or nobody knows. */
function answerWithoutToken(
  href: string,
  { outcome, id, page }: Partial<PendingRecord> = {},
): CheckoutReturn | undefined {
  if (outcome && concerns(href, id, page)) return { outcome, sessionId: id, verified: 'none' };
  const sessionId = idsIn(href).find((value) => /^cs_\w{4,96}$/.test(value));
  return sessionId ? { outcome: 'unknown', sessionId, verified: 'none' } : undefined;
}

/** Whether "canceled" may be answered: on one load of a page and its reloads, not on later visits. */
function claimsCanceled(platform: Platform, record: PendingRecord): boolean {
  const { timeOrigin } = platform.performance;
  const [navigation] = platform.performance.getEntriesByType('navigation');
  const { load = timeOrigin } = record;
  const claims =
    load === timeOrigin ||
    (!!load && (navigation as PerformanceNavigationTiming | undefined)?.type === 'reload');
  writeRecord(platform, { ...record, load: claims ? timeOrigin : 0 });
  return claims;
}

function cleanAddress({ history, location }: Platform, id: string): void {
  const url = new URL(location.href);
  // By hand: URLSearchParams would write the merchant's other parameters anew.
  url.search = url.search
    .slice(1)
    .split('&')
    .filter((pair) => !pair.endsWith(`=${id}`))
    .join('&');
  history.replaceState(history.state, '', url.href);
}

/** `handleCheckoutReturn` on a given platform. */
export async function handleCheckoutReturnOn(
  platform: Platform,
  given: CheckoutReturnOptions = {},
): Promise<CheckoutReturn | undefined> {
  requireBrowser(platform);
  if (__DEV__) checkNames(given, 'options', names);
  const { completion, cleanUrl, secureToken, host } = given;
  const tell = resolveCompletion(platform, completion);
  const { href } = platform.location;
  const record = secureToken === undefined ? readRecord(platform) : undefined;
  const from = record ?? { token: secureToken, host };
  if (from.token === undefined) return answerWithoutToken(href, record);

  const access = accessOf(from.token, from.host);
  const session = await readSession(platform, access).catch(
    (error: unknown) => error as PaymentKitError,
  );
  if (session instanceof Error) return { outcome: 'unknown', verified: 'none', error: session };
  const { id, state, success_url, return_url } = session;
  const open = state === 'open';
  if (record) {
    if (!concerns(href, id, success_url, return_url)) return undefined;
    if (open && !claimsCanceled(platform, record)) return undefined;
  }
  const told = state === 'completed' && (await tell?.(id));
  if (record && /ed$/.test(state)) {
    writeRecord(platform, { outcome: state as 'completed' | 'expired', id, page: href });
  }
  if (cleanUrl) cleanAddress(platform, id);
  const resume = (): void => {
    if (record) writeRecord(platform, access);
    platform.location.assign(hostedPageUrl(access));
  };
  return {
    outcome: open ? 'canceled' : state,
    sessionId: id,
    session,
    verified: told ? 'merchant' : 'api',
    ...(open && { resume }),
  };
}
