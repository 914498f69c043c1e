import { returnUrlOrigin } from '../../domain/addresses/returnUrls.ts';
import { checkoutHandle, secureToken } from '../../domain/sessions/secureToken.ts';
import type { CreateSessionBody } from '../../schemas/createSessionBody.ts';
import type { Account } from '../../store/createAccount.ts';
import type { SessionRecord } from '../../store/records/SessionRecord.ts';
import { announceSession } from '../showing/announceSession.ts';
import { resolveSessionBody } from './resolveSessionBody.ts';

const hour = 60 * 60 * 1000;

/** The merchant's own pages may always show the checkout: it sends shoppers there. */
function allowedOrigins(body: CreateSessionBody): string[] {
  const own = [body.success_url, body.return_url].flatMap((url) => returnUrlOrigin(url) ?? []);
  return [...new Set([...body.allowed_origins, ...own])];
}

const fresh = {
  state: 'open',
  current_tier: 0,
  promotion_changes: [],
  payment_ids: [],
  payment_intent_id: null,
  payment_method_id: null,
  invoice_id: null,
  subscription_ids: [],
  completed_at: null,
} as const;

interface Making {
  readonly now: number;
  /** Where its hosted page will be. */
  readonly origin: string;
  /** The request that asks for it; a seed is none. */
  readonly requestId?: string;
  /** Of what is seeded. */
  readonly id?: string;
}

/** What finds a session: its id, its token, and the address of its page. */
function names(account: Account, { origin, id = account.random.id('cs') }: Making) {
  const token = secureToken(account.random.bytes(32));
  const url = `${origin}/checkout/${token}`;
  return { id, secure_token: token, handle: checkoutHandle(token), url };
}

/** Makes a session and sets the time it expires at. */
export function createSession(
  account: Account,
  body: CreateSessionBody,
  making: Making,
): SessionRecord {
  const { now, requestId } = making;
  const resolved = resolveSessionBody(account, body, now);
  const session = account.records.sessions.put({
    ...fresh,
    ...resolved,
    ...names(account, making),
    ...(requestId !== undefined && { request_id: requestId }),
    mode: body.mode,
    customer_id: body.customer_id,
    customer_email: body.customer_email,
    coupon_id: body.coupon_id,
    success_url: body.success_url,
    return_url: body.return_url,
    allowed_origins: allowedOrigins(body),
    expires_in_hours: body.expires_in_hours,
    expires_at: now + body.expires_in_hours * hour,
    card_checkout_settings: body.card_checkout_settings,
    processor_route_id: body.processor_route_id,
    setup_preferences: body.setup_preferences,
    created_at: now,
    updated_at: now,
  });
  account.due.add({ at: session.expires_at, kind: 'session.expire', id: session.id });
  announceSession(account, 'checkout_session.created', { session, now });
  return session;
}
