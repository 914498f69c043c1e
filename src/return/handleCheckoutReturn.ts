import type { PaymentKitError } from '../errors/PaymentKitError.ts';
import { checkNames } from '../options/checkNames.ts';
import { checkOption, noPage } from '../options/checkOption.ts';
import { parseSecureUrl } from '../options/parseSecureUrl.ts';
import { accessOf, type HostOption, hostedPageUrl } from '../options/resolveAccess.ts';
import type { Platform } from '../platform/Platform.ts';
import type { CheckoutSession } from '../session/CheckoutSession.ts';
import { readSession } from '../session/readSession.ts';
import { type CompletionOption, resolveCompletion } from './resolveCompletion.ts';
import { type PendingRecord, readRecord, writeRecord } from './pendingRecord.ts';

/** What may be asked on the page that shoppers come back to. */
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
  /** The session's id, where it is known. From an address alone (`unknown`) it is a claim of whoever wrote that. */
  readonly sessionId?: string | undefined;
  /** The session as it was read. */
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

/** A page without what follows its path; `undefined` for one that no session may name. */
const pageOf = (address: string): string | undefined =>
  parseSecureUrl(address)?.href.split(/[?#]/)[0];

/** What is known where nothing was read: what an ended checkout has left, or what the address claims. */
function answerUnread(
  href: string,
  { outcome, id, page }: Partial<PendingRecord>,
  error?: PaymentKitError,
): CheckoutReturn | undefined {
  if (outcome && page === pageOf(href)) return { verified: 'none', outcome, sessionId: id };
  const sessionId = /=(cs_\w{4,96})(&|#|$)/.exec(href)?.[1];
  return sessionId || error
    ? { verified: 'none', outcome: 'unknown', sessionId, error }
    : undefined;
}

/** Whether "canceled" may be answered: on one load of a page and its reloads, not on later visits. */
function mayTell(platform: Platform, record: Partial<PendingRecord>): unknown {
  const { timeOrigin } = platform.performance;
  const [navigation] = platform.performance.getEntriesByType('navigation');
  const { load = timeOrigin } = record;
  const claims =
    load === timeOrigin ||
    (load && (navigation as PerformanceNavigationTiming | undefined)?.type === 'reload');
  writeRecord(platform, { ...record, load: claims && timeOrigin });
  return claims;
}

function cleanAddress(history: Platform['history'], href: string, id: string): void {
  const url = new URL(href);
  // By hand: URLSearchParams would write the merchant's other parameters anew.
  url.search = url.search
    .split('&')
    .filter((pair) => !pair.endsWith(`=${id}`))
    .join('&');
  history.replaceState(history.state, '', url);
}

/** `handleCheckoutReturn` on a given platform. */
export async function handleCheckoutReturnOn(
  platform: Platform,
  options?: CheckoutReturnOptions,
): Promise<CheckoutReturn | undefined> {
  checkOption(platform.document, __DEV__ ? noPage : '', 'insecure_context');
  if (__DEV__ && options !== undefined) checkNames(options, 'options', names);
  // Without a prototype: a page whose own is polluted would ask another host, and tell it.
  const own = { __proto__: null, ...options } as CheckoutReturnOptions;
  const tell = own.completion && resolveCompletion(platform, own.completion);
  const { href } = platform.location;
  const { host, secureToken: token } = own;
  const record: Partial<PendingRecord> =
    token === undefined ? readRecord(platform) : { host, token };
  if (record.token === undefined) return answerUnread(href, record);

  const access = accessOf(record.token, record.host);
  let session: CheckoutSession;
  try {
    session = await readSession(platform, access);
  } catch (error) {
    return answerUnread(href, record, error as PaymentKitError);
  }
  const { id, state } = session;
  const pages = [session.success_url, session.return_url].map(pageOf);
  const isBack = href.includes(`=${id}`) || pages.includes(pageOf(href));
  if (record.at && (!isBack || (state === 'open' && !mayTell(platform, record)))) return undefined;
  const told = state === 'completed' && (await tell?.(id));
  if (record.at && (state === 'completed' || state === 'expired'))
    writeRecord(platform, { outcome: state, id, page: pageOf(href) });
  if (own.cleanUrl) cleanAddress(platform.history, href, id);
  const resume = (): void => {
    if (record.at) writeRecord(platform, access);
    platform.location.assign(hostedPageUrl(access));
  };
  return {
    verified: told ? 'merchant' : 'api',
    outcome: state === 'open' ? 'canceled' : state,
    sessionId: id,
    session,
    resume: state === 'open' ? resume : undefined,
  };
}
