import type { CheckoutSession } from '../../schemas/checkoutSession.ts';
import type { ItemForm, SessionForm } from './SessionForm.ts';

const itemsOf = (items: CheckoutSession['line_items']): ItemForm[] =>
  items.map(({ price_id: priceId, quantity }, index) => ({
    key: index + 1,
    priceId,
    quantity: String(quantity),
  }));

const textsOf = (
  fields: Readonly<Record<string, string | number | boolean>> | undefined,
): Record<string, string> =>
  Object.fromEntries(Object.entries(fields ?? {}).map(([key, value]) => [key, String(value)]));

const discountOf = ({
  coupon_id: coupon,
  promotion_code: code,
}: CheckoutSession): Pick<SessionForm, 'discount' | 'couponId' | 'promotionCode'> => {
  const discount = code !== null ? 'promotion' : coupon !== null ? 'coupon' : 'none';
  return { discount, couponId: coupon ?? '', promotionCode: code ?? '' };
};

/** The origins of its addresses are allowed anyway. */
const originsOf = (session: CheckoutSession): string => {
  const own = [session.success_url, session.return_url].map((url) => new URL(url).origin);
  return session.allowed_origins.filter((origin) => !own.includes(origin)).join('\n');
};

/** A form filled in with what a session was made of, to make another like it. */
export const formOf = (session: CheckoutSession): SessionForm => ({
  mode: session.mode,
  customerId: session.customer_id ?? '',
  customerEmail: session.customer_id === null ? (session.customer_email ?? '') : '',
  expires: String(session.expires_in_hours),
  successUrl: session.success_url,
  returnUrl: session.return_url,
  items: itemsOf(session.line_items),
  origins: originsOf(session),
  ...discountOf(session),
  routeId: session.processor_route_id ?? '',
  threeDSecure: session.card_checkout_settings?.three_d_secure ?? '',
  fields: textsOf(session.custom_fields),
  subscriptionFields: textsOf(session.params_for_sub?.custom_fields),
  tiers: (session.cascade_tiers ?? []).map((tier, index) => ({
    key: index + 1,
    items: itemsOf(tier.line_items),
    routeId: tier.processor_route_id ?? '',
  })),
});
