import { formatMoney } from '../../page-parts/format.ts';

export interface Coupon {
  readonly id: string;
  readonly percent_off: number | null;
  readonly amount_off_atom: number | null;
  readonly currency: string | null;
  readonly trial_days_off: number | null;
  readonly times_redeemed: number;
  readonly max_redemptions: number | null;
}

/** What a coupon takes off: `20% off`, `$5.00 off`, `14 days free`. */
export const couponWords = (coupon: Coupon): string => {
  const { percent_off: percent, amount_off_atom: atom, currency, trial_days_off: days } = coupon;
  const parts = [
    percent !== null && `${String(percent)}% off`,
    atom !== null && currency !== null && `${formatMoney(atom, currency, 'en')} off`,
    days !== null && `${String(days)} days free`,
  ];
  return parts.filter((part) => part !== false).join(', ');
};
