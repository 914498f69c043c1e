import { isoTime } from '../../domain/time/isoTime.ts';
import type { PricedOrder } from '../../domain/pricing/priceLineItems.ts';
import { attemptView } from '../../resources/attemptView.ts';
import type { CheckoutSession } from '../../schemas/checkoutSession.ts';
import type { Account } from '../../store/createAccount.ts';
import type { CascadeTier, SessionRecord } from '../../store/records/SessionRecord.ts';
import { tierOrder } from '../paying/atTier.ts';

function tierView({ line_items: items, ...tier }: CascadeTier) {
  return { line_items: [...items], ...tier };
}

function amountsView(order: PricedOrder) {
  return {
    line_items: [...order.line_items],
    currency: order.currency,
    amount_subtotal_atom: order.amount_subtotal_atom,
    amount_discount_atom: order.amount_discount_atom,
    amount_total_atom: order.amount_total_atom,
  };
}

/** What a session costs, and why. */
function orderView(session: SessionRecord) {
  return {
    ...amountsView(session),
    coupon_id: session.coupon_id,
    promotion_code: session.promotion_code,
  };
}

/** Every processor that was asked for the money of this session. */
function attemptViews({ records }: Account, session: SessionRecord) {
  return session.payment_ids.flatMap(
    (id) => records.payments.get(id)?.attempts.map(attemptView) ?? [],
  );
}

/** How it is to be paid. */
function settingsView(account: Account, session: SessionRecord) {
  const tiers = session.cascade_tiers;
  return {
    card_tokenization_mode: 'direct' as const,
    card_checkout_settings: session.card_checkout_settings,
    processor_route_id: session.processor_route_id,
    cascade_status: tiers && {
      current_tier: session.current_tier,
      tiers_total: tiers.length + 1,
      first_tier: amountsView(tierOrder(session, 0)),
      attempts: attemptViews(account, session),
    },
    cascade_tiers: tiers && tiers.map(tierView),
    setup_preferences: session.setup_preferences,
    params_for_sub: session.params_for_sub,
  };
}

/** What came of it. */
function outcomeView(session: SessionRecord) {
  return {
    payment_intent_id: session.payment_intent_id,
    payment_method_id: session.payment_method_id,
    invoice_id: session.invoice_id,
    subscription_ids: [...session.subscription_ids],
    completed_at: isoTime(session.completed_at),
    created_at: isoTime(session.created_at),
    updated_at: isoTime(session.updated_at),
  };
}

/** The session as its merchant's server sees it. */
export function toCheckoutSession(
  account: Account,
  session: SessionRecord,
  expand: { readonly customFields: boolean },
): CheckoutSession {
  return {
    id: session.id,
    object: 'checkout_session',
    account_id: account.id,
    livemode: false,
    secure_token: session.secure_token,
    url: session.url,
    state: session.state,
    completed: session.state === 'completed',
    is_expired: session.state === 'expired',
    mode: session.mode,
    customer_id: session.customer_id,
    customer_email: session.customer_email,
    ...orderView(session),
    success_url: session.success_url,
    return_url: session.return_url,
    allowed_origins: [...session.allowed_origins],
    expires_in_hours: session.expires_in_hours,
    expires_at: isoTime(session.expires_at),
    ...settingsView(account, session),
    ...outcomeView(session),
    ...(expand.customFields && { custom_fields: session.custom_fields }),
  };
}
