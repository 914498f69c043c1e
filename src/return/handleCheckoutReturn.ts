import type { PaymentKitError } from '../errors/PaymentKitError.ts';
import { checkNames } from '../options/checkNames.ts';
import { checkOption, noPage } from '../options/checkOption.ts';
import { parseSecureUrl } from '../options/parseSecureUrl.ts';
import { type Access, accessOf, type HostOption, hostedPageUrl } from '../options/resolveAccess.ts';
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

/** An address without what follows its path. */
const pageOf = (address: string | undefined): string | undefined => address?.split(/[?#]/)[0];

/** A session that was read, or what is left of one that has ended. */
type Known = Pick<CheckoutSession, 'id'> & Partial<CheckoutSession>;

/**
 * Whether a visit is the return from a session: the address names it, or names none on a page of the session. A shopper
 * who comes back from another one, and has paid it, must not hear that this one is not paid.
 */
const isReturn = (
  href: string,
  named: string | undefined,
  id: string,
  pages: readonly (string | undefined)[],
): boolean =>
  href.includes(`=${id}`) ||
  (!named && pages.some((page) => pageOf(parseSecureUrl(page)?.href) === pageOf(href)));

/** What can be said where no session was read: what the address claims. */
const answerUnread = (sessionId?: string, error?: PaymentKitError): CheckoutReturn | undefined =>
  sessionId || error ? { verified: 'none', outcome: 'unknown', sessionId, error } : undefined;

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

/** Takes the parameter that holds the id out of the address bar. */
const cleanAddress = (history: Platform['history'], href: string, id: string): void =>
  // By hand: URLSearchParams would write the merchant's other parameters anew.
  history.replaceState(
    history.state,
    '',
    href.replace(
      RegExp(`([?&])[^?&#]*=${id}(&?)`),
      (_, before: string, after: string) => after && before,
    ),
  );

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
  const named = /=(cs_\w{4,96})(&|#|$)/.exec(href)?.[1];
  const { host, secureToken: token } = own;
  const record: Partial<PendingRecord> =
    token === undefined ? readRecord(platform) : { host, token };
  const access = record.token === undefined ? undefined : accessOf(record.token, record.host);
  let session: CheckoutSession | undefined;
  try {
    session = access && (await readSession(platform, access));
  } catch (error) {
    return answerUnread(named, error as PaymentKitError);
  }
  const { id, state, success_url, return_url } = session ?? (record as Known);
  if (!state || (record.at && !isReturn(href, named, id, [success_url, return_url])))
    return answerUnread(named);
  if (record.at && state === 'open' && !mayTell(platform, record)) return undefined;
  const told = session && state === 'completed' && (await tell?.(id));
  if (record.at && session && (state === 'completed' || state === 'expired'))
    writeRecord(platform, { id, state, success_url: href });
  if (own.cleanUrl) cleanAddress(platform.history, href, id);
  const resume = (): void => {
    if (record.at) writeRecord(platform, access as Access);
    platform.location.assign(hostedPageUrl(access as Access));
  };
  return {
    verified: told ? 'merchant' : session ? 'api' : 'none',
    outcome: state === 'open' ? 'canceled' : state,
    sessionId: id,
    session,
    resume: state === 'open' ? resume : undefined,
  };
}
