import type { DiscountRefusal } from '../../domain/pricing/discountRefusal.ts';
import type { Account } from '../../store/createAccount.ts';

const refusals = {
  expired: 'It has expired: take another one, or leave it out',
  exhausted: 'It has been used as often as it may be: take another one, or leave it out',
  not_applicable: 'It gives nothing here: check the items and the currency',
} as const;

/**
 * Why a discount that was given in this field is refused, and what to give instead: a code and its coupon are often
 * confused.
 */
export function discountFault(
  { records: { coupons, promotionCodes } }: Account,
  field: 'coupon_id' | 'promotion_code',
  given: string,
  refusal: DiscountRefusal,
): string {
  if (refusal !== 'invalid') return refusals[refusal];
  if (field === 'coupon_id') {
    if (promotionCodes.byKey(given.toUpperCase())) {
      return 'This is a promotion code: give it as promotion_code';
    }
    return 'There is no such coupon in this account: check its id';
  }
  if (coupons.get(given)) return 'This is a coupon: give it as coupon_id';
  return 'There is no such promotion code in this account: check how it is written';
}
