import { z } from 'zod';
import { postponeMonths } from '../../domain/time/postponeMonths.ts';
import type { Change } from '../../resources/Resource.ts';
import {
  customFieldsField,
  descriptionField,
  idField,
  metadataField,
  timeField,
} from '../../schemas/fields.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { awaitTrialEnd } from '../trials/awaitTrialEnd.ts';
import { cardRefusal } from '../payments/cardRefusal.ts';
import { countCoupon } from '../discounts/countRedemption.ts';
import { discountFault } from '../discounts/discountFault.ts';
import { findCoupon, findPromotionCode } from '../discounts/findCoupon.ts';
import { afterRefunds } from '../plan/afterRefunds.ts';
import { billedFor } from '../plan/billedFor.ts';
import { remainder } from '../plan/remainder.ts';
import { withinPaid } from '../plan/withinPaid.ts';
import { day } from '../../domain/time/day.ts';

export const reviseBody = z.strictObject({
  description: descriptionField.optional(),
  default_payment_method_id: idField.optional(),
  cancel_at_period_end: z.boolean().optional(),
  trial_end: timeField.unwrap().optional(),
  trial_period_days: z.int().min(1).max(730).optional(),
  coupon_id: idField.nullable().optional(),
  promotion_code: z.string().trim().min(1).max(255).optional(),
  collection_method: z.enum(['charge_automatically', 'send_invoice']).optional(),
  net_d: z.int().min(0).max(365).nullable().optional(),
  metadata: metadataField.optional(),
  custom_fields: customFieldsField.nullish(),
});

type Body = z.infer<typeof reviseBody>;
type Changes = Partial<SubscriptionRecord>;

/**
 * What begins with free days. What was billed for the rest of a period that they take the place of is to the payer's
 * credit.
 */
function freeDays({ account, now }: Change, before: SubscriptionRecord, end: number): Changes {
  const { current_period_end: ends, discounted_since: since } = before;
  const isMoved = before.state === 'trialing';
  const discounted_since = postponeMonths(since, isMoved ? ends : now, end);
  const free = {
    ...{ current_period_end: end, billing_anchor: end, periods: 0 },
    discounted_since,
  };
  if (isMoved) return free;
  const billed = billedFor(account, before);
  const left = remainder(before, now);
  const credit = Math.round(afterRefunds(account, before)(billed) * left);
  const carried_atom = withinPaid(account, before, before.carried_atom - credit);
  const bills = [...before.period_bills, { value_atom: -billed, invoice_id: null, left }];
  return { ...free, current_period_start: now, carried_atom, period_bills: bills };
}

/** Free days from now on: what recurs is billed when they end. */
function trialOf(change: Change, before: SubscriptionRecord, body: Body): Changes {
  const { account, refuse, now } = change;
  const { trial_end: given, trial_period_days: days } = body;
  if (given === undefined && days === undefined) return {};
  const field = given === undefined ? 'trial_period_days' : 'trial_end';
  if (given !== undefined && days !== undefined) {
    refuse(['trial_period_days'], 'not_allowed', 'Give trial_end or trial_period_days, not both');
  }
  if (before.state !== 'active' && before.state !== 'trialing') {
    refuse([field], 'subscription_state', `This subscription is ${before.state}`);
  }
  const end = given ?? now + (days ?? 0) * day;
  if (end <= now) refuse([field], 'too_early', 'Give a time that is still to come');
  const { id } = before;
  account.due.add({ at: end, kind: 'subscription.end_period', id });
  awaitTrialEnd(account, { id, state: 'trialing', trial_end: end }, now);
  return { ...freeDays(change, before, end), state: 'trialing', trial_end: end };
}

/** A discount on what is billed next. Its months begin at once, or with the first bill after free days. */
function discountOf(change: Change, before: SubscriptionRecord, body: Body): Changes {
  const { account, refuse, now } = change;
  const { coupon_id: id, promotion_code: code } = body;
  if (id === undefined && code === undefined) return {};
  if (id !== undefined && code !== undefined) {
    refuse(['promotion_code'], 'not_allowed', 'Give coupon_id or promotion_code, not both');
    return {};
  }
  if (id === null) return { coupon_id: null };
  const field = id === undefined ? 'promotion_code' : 'coupon_id';
  if (before.state === 'cancelled') {
    refuse([field], 'cancelled', 'This subscription is cancelled: nothing more is billed');
    return {};
  }
  const { currency, billing_interval } = before;
  const order = { currency, line_items: before.items.map(() => ({ billing_interval })) };
  const found =
    id === undefined
      ? findPromotionCode(account, code ?? '', order, now)
      : findCoupon(account, id, order, now);
  if (typeof found === 'string') {
    refuse([field], found, discountFault(account, field, id ?? code ?? '', found));
    return {};
  }
  const coupon = 'coupon' in found ? found.coupon : found;
  if (coupon.trial_days_off !== null) {
    refuse([field], 'not_applicable', 'It gives free days: give trial_period_days instead');
    return {};
  }
  countCoupon(account, coupon.id, code ?? null, now);
  const { trial_end: trial, current_period_start: start, current_period_end: end } = before;
  // One that is given at the very moment of a bill comes after it: the bill of a month later is within its month.
  const discounted_since = trial === end ? end : Math.max(now, start + 1);
  return { coupon_id: coupon.id, discounted_since };
}

function check({ account, refuse }: Change, before: SubscriptionRecord, body: Body): void {
  const { state, customer_id } = before;
  const method = body.default_payment_method_id;
  const wrong = method === undefined ? undefined : cardRefusal(account, method, customer_id);
  if (wrong) refuse(['default_payment_method_id'], wrong.type, wrong.msg);
  if (body.cancel_at_period_end !== undefined && state === 'cancelled') {
    refuse(['cancel_at_period_end'], 'cancelled', 'This subscription is cancelled already');
  }
}

/** What a PATCH changes of a subscription, besides its custom fields. */
export function reviseSubscription(
  change: Change,
  before: SubscriptionRecord,
  body: Body,
): SubscriptionRecord {
  check(change, before, body);
  const { description, default_payment_method_id, cancel_at_period_end } = body;
  const { collection_method, net_d, metadata } = body;
  const given = Object.entries({
    ...{ description, default_payment_method_id, cancel_at_period_end },
    ...{ collection_method, net_d, metadata },
  }).filter(([, value]) => value !== undefined);
  const begun = { ...before, ...trialOf(change, before, body) };
  return {
    ...begun,
    ...(Object.fromEntries(given) as Changes),
    ...discountOf(change, begun, body),
    custom_fields: change.customFields('subscription', body.custom_fields, before.custom_fields),
    updated_at: change.now,
  };
}
