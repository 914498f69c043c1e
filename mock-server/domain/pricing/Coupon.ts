/** A discount: a percentage, a fixed amount in one currency, or free days of a subscription; one of the three. */
export interface Coupon {
  readonly id: string;
  readonly percent_off: number | null;
  readonly amount_off_atom: number | null;
  readonly currency: string | null;
  readonly trial_days_off: number | null;
  readonly duration: 'once' | 'repeating' | 'forever';
  readonly duration_in_months: number | null;
  readonly max_redemptions: number | null;
  readonly times_redeemed: number;
  readonly redeem_by: number | null;
}
