import type { Coupon } from '../domain/Coupon.ts';
import { checkCustomFields, type CustomFieldDefinition } from '../domain/checkCustomFields.ts';
import type { FieldError } from '../domain/FieldError.ts';
import { priceLineItems, type PricedOrder } from '../domain/priceLineItems.ts';
import { Problem } from '../domain/Problem.ts';
import { returnUrlOrigin } from '../domain/returnUrls.ts';
import { checkoutHandle, secureToken } from '../domain/secureToken.ts';
import type { CreateSessionBody } from '../schemas/createSessionBody.ts';
import type { Account } from '../store/createAccount.ts';
import { findCoupon, findPromotionCode } from './findCoupon.ts';
import { resolveLineItems } from './resolveLineItems.ts';
import type { CascadeTier, SessionRecord } from './SessionRecord.ts';

const highestTotal = 99_999_999_999;
const hour = 60 * 60 * 1000;

const refusals = {
  invalid: 'There is no such one in this account',
  expired: 'It has expired',
  exhausted: 'It has been used as often as it may be',
  not_applicable: 'It gives nothing on this order: check the line items and the currency',
} as const;

/** Everything in a body that names something else, looked up; all faults are reported at once. */
function resolve(account: Account, body: CreateSessionBody, now: number) {
  const errors: FieldError[] = [];
  const { records } = account;
  const refuse = (loc: FieldError['loc'], type: string, msg: string): void => {
    errors.push({ loc: ['body', ...loc], msg, type });
  };

  function order(requested: CreateSessionBody['line_items'], loc: FieldError['loc']) {
    const found = resolveLineItems(account, requested, ['body', ...loc]);
    errors.push(...found.errors);
    return found.lines;
  }

  function price(
    lines: ReturnType<typeof order>,
    coupon: Coupon | undefined,
    loc: FieldError['loc'],
  ): PricedOrder {
    const priced = priceLineItems(lines, coupon);
    if (priced.amount_subtotal_atom > highestTotal) {
      refuse(loc, 'total_too_large', `The total is above ${String(highestTotal)}`);
    }
    return priced;
  }

  function fields(
    entity: CustomFieldDefinition['entity'],
    given: CreateSessionBody['custom_fields'],
    loc: FieldError['loc'],
  ) {
    const definitions = new Map<string, CustomFieldDefinition>();
    for (const key of Object.keys(given ?? {})) {
      const definition = records.customFieldDefinitions.byKey(`${entity} ${key}`);
      if (definition) definitions.set(key, definition);
    }
    const checked = checkCustomFields(given ?? {}, definitions, ['body', ...loc]);
    errors.push(...checked.errors);
    return checked.fields;
  }

  function route(id: string | null, loc: FieldError['loc']): void {
    if (id !== null && !records.processorRoutes.get(id)) {
      refuse(loc, 'unknown_processor_route', 'There is no such processor route in this account');
    }
  }

  function discount(lines: ReturnType<typeof order>): { coupon?: Coupon; code?: string } {
    const { coupon_id: id, promotion_code: code } = body;
    const unpriced = { line_items: lines, currency: lines[0]?.currency ?? null };
    // Whether a discount applies cannot be said of lines that are wrong themselves.
    if ((id === null && code === null) || errors.length > 0) return {};
    const field = id === null ? 'promotion_code' : 'coupon_id';
    const found =
      id === null
        ? findPromotionCode(account, code ?? '', unpriced, now)
        : findCoupon(account, id, unpriced, now);
    if (typeof found !== 'string') return 'coupon' in found ? found : { coupon: found };
    refuse([field], found, refusals[found]);
    return {};
  }

  const lines = order(body.line_items, ['line_items']);
  const { coupon, code } = discount(lines);
  const priced = price(lines, coupon, ['line_items']);
  if (body.customer_id !== null && !records.customers.get(body.customer_id)) {
    refuse(['customer_id'], 'unknown_customer', 'There is no such customer in this account');
  }
  route(body.processor_route_id, ['processor_route_id']);
  const tiers = body.cascade_line_items?.map((tier, index): CascadeTier => {
    const loc = ['cascade_line_items', index] as const;
    route(tier.processor_route_id, [...loc, 'processor_route_id']);
    const tierLines = order(tier.line_items, [...loc, 'line_items']);
    return {
      ...price(tierLines, undefined, [...loc, 'line_items']),
      processor_route_id: tier.processor_route_id,
    };
  });
  const customFields = fields('checkout_session', body.custom_fields, ['custom_fields']);
  const forSubscription = body.params_for_sub && {
    custom_fields: fields('subscription', body.params_for_sub.custom_fields, [
      'params_for_sub',
      'custom_fields',
    ]),
  };
  if (errors.length > 0) throw Problem.invalid(errors);
  return {
    priced,
    promotionCode: code ?? null,
    tiers: tiers ?? null,
    customFields,
    forSubscription,
  };
}

/** Makes a session and sets the time it expires at. `origin` is where its hosted page will be. */
export function createSession(
  account: Account,
  body: CreateSessionBody,
  origin: string,
  now: number,
): SessionRecord {
  const { priced, promotionCode, tiers, customFields, forSubscription } = resolve(
    account,
    body,
    now,
  );
  const token = secureToken(account.random.bytes(32));
  const ownOrigins = [body.success_url, body.return_url].flatMap(
    (url) => returnUrlOrigin(url) ?? [],
  );
  const session = account.records.sessions.put({
    id: account.random.id('cs'),
    secure_token: token,
    handle: checkoutHandle(token),
    url: `${origin}/checkout/${token}`,
    state: 'open',
    mode: body.mode,
    customer_id: body.customer_id,
    customer_email: body.customer_email,
    ...priced,
    coupon_id: body.coupon_id,
    promotion_code: promotionCode,
    success_url: body.success_url,
    return_url: body.return_url,
    allowed_origins: [...new Set([...body.allowed_origins, ...ownOrigins])],
    expires_in_hours: body.expires_in_hours,
    expires_at: now + body.expires_in_hours * hour,
    card_checkout_settings: body.card_checkout_settings,
    processor_route_id: body.processor_route_id,
    cascade_tiers: tiers,
    current_tier: 0,
    setup_preferences: body.setup_preferences,
    params_for_sub: forSubscription,
    custom_fields: customFields,
    payment_ids: [],
    payment_intent_id: null,
    payment_method_id: null,
    completed_at: null,
    created_at: now,
    updated_at: now,
  });
  account.due.add({ at: session.expires_at, kind: 'session.expire', id: session.id });
  return session;
}
