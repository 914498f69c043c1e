import type { Coupon } from './Coupon.ts';
import type { BillingInterval } from './Price.ts';
import { shareAmount } from './shareAmount.ts';

/** A line of an order, priced. */
export interface LineItem {
  readonly id: string;
  readonly price_id: string;
  readonly product_id: string;
  readonly description: string;
  readonly quantity: number;
  readonly currency: string;
  readonly unit_amount_atom: number;
  readonly amount_subtotal_atom: number;
  readonly amount_discount_atom: number;
  readonly amount_total_atom: number;
  readonly billing_interval: BillingInterval | null;
  readonly billing_interval_count: number | null;
}

export interface PricedOrder {
  readonly line_items: readonly LineItem[];
  readonly currency: string | null;
  readonly amount_subtotal_atom: number;
  readonly amount_discount_atom: number;
  readonly amount_total_atom: number;
}

type UnpricedLine = Omit<
  LineItem,
  'amount_subtotal_atom' | 'amount_discount_atom' | 'amount_total_atom'
>;

/** Half up, in whole units: 12.5 % of 100 is 13. Digit by digit, because no double is 1.15, and 1.15 % of 3000 is 35. */
function percentOf(amount: number, percent: number): number {
  const [whole = '', fraction = ''] = String(percent).split('.');
  const all = 100n * 10n ** BigInt(fraction.length);
  return Number((BigInt(amount) * BigInt(whole + fraction) * 2n + all) / (2n * all));
}

function discounts(
  lines: readonly UnpricedLine[],
  subtotals: readonly number[],
  coupon: Coupon | undefined,
): number[] {
  if (!coupon) return lines.map(() => 0);
  if (coupon.trial_days_off !== null) {
    // The first period is free, so what recurs is not due today.
    return lines.map((line, index) => (line.billing_interval ? (subtotals[index] ?? 0) : 0));
  }
  const subtotal = subtotals.reduce((sum, amount) => sum + amount, 0);
  const off =
    coupon.percent_off !== null
      ? percentOf(subtotal, coupon.percent_off)
      : Math.min(coupon.amount_off_atom ?? 0, subtotal);
  return shareAmount(off, subtotals);
}

/** What each line and the whole order cost today: one-time items and the first period of recurring ones. */
export function priceLineItems(
  lines: readonly UnpricedLine[],
  coupon: Coupon | undefined,
): PricedOrder {
  const subtotals = lines.map((line) => line.unit_amount_atom * line.quantity);
  const off = discounts(lines, subtotals, coupon);
  const items = lines.map((line, index): LineItem => {
    const subtotal = subtotals[index] ?? 0;
    const discount = off[index] ?? 0;
    return {
      ...line,
      amount_subtotal_atom: subtotal,
      amount_discount_atom: discount,
      amount_total_atom: subtotal - discount,
    };
  });
  const sum = (amount: (item: LineItem) => number): number =>
    items.reduce((total, item) => total + amount(item), 0);
  return {
    line_items: items,
    currency: items[0]?.currency ?? null,
    amount_subtotal_atom: sum((item) => item.amount_subtotal_atom),
    amount_discount_atom: sum((item) => item.amount_discount_atom),
    amount_total_atom: sum((item) => item.amount_total_atom),
  };
}
