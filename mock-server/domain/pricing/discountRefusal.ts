import { appliesTo } from './appliesTo.ts';
import type { Coupon } from './Coupon.ts';

export type DiscountRefusal = 'invalid' | 'expired' | 'exhausted' | 'not_applicable';

/** What a coupon and a promotion code have in common here: until when and how often. */
interface Limits {
  readonly until: number | null;
  readonly max_redemptions: number | null;
  readonly times_redeemed: number;
}

function limitRefusal({ until, max_redemptions: max, times_redeemed: times }: Limits, now: number) {
  if (until !== null && until <= now) return 'expired';
  return max !== null && times >= max ? 'exhausted' : undefined;
}

/** Why a coupon, or the promotion code that stands for it, gives nothing on this order; `undefined` when it does. */
export function discountRefusal(input: {
  readonly coupon: Coupon;
  readonly code?: {
    readonly active: boolean;
    readonly expires_at: number | null;
    readonly max_redemptions: number | null;
    readonly times_redeemed: number;
  };
  readonly order: Parameters<typeof appliesTo>[1];
  readonly now: number;
}): DiscountRefusal | undefined {
  const { coupon, code, order, now } = input;
  if (code && !code.active) return 'invalid';
  const refusal =
    (code && limitRefusal({ ...code, until: code.expires_at }, now)) ??
    limitRefusal({ ...coupon, until: coupon.redeem_by }, now);
  if (refusal) return refusal;
  return appliesTo(coupon, order) ? undefined : 'not_applicable';
}
