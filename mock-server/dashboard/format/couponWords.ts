import type { Coupon } from '../../domain/pricing/Coupon.ts';
import { formatMoney } from '../../page-parts/format.ts';

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
