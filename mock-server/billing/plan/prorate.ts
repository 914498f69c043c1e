import type { Account } from '../../store/createAccount.ts';
import type {
  SubscriptionItem,
  SubscriptionRecord,
} from '../../store/records/SubscriptionRecord.ts';
import { priceItems } from '../renewal/priceItems.ts';
import { afterRefunds } from './afterRefunds.ts';
import { billedFor } from './billedFor.ts';
import { remainder } from './remainder.ts';

export interface Proration {
  /** What the rest of the period costs with the new items, and what of it was billed for the old ones already. */
  readonly cost: number;
  readonly credit: number;
  /** By how much more the whole period is billed than before. */
  readonly value_atom: number;
}

/** What it costs, and gives, that the rest of the period is of these items. */
export function prorate(
  account: Account,
  before: SubscriptionRecord,
  items: readonly SubscriptionItem[],
  now: number,
): Proration {
  // Free days were not billed, and are not.
  if (before.state === 'trialing') return { cost: 0, credit: 0, value_atom: 0 };
  const left = remainder(before, now);
  const coupon = before.period_coupon ?? undefined;
  const price = priceItems(account, before, items, coupon).amount_total_atom;
  const billed = billedFor(account, before);
  const less = afterRefunds(account, before);
  const [cost, credit] = [Math.round(less(price) * left), Math.round(less(billed) * left)];
  const value_atom = price - billed;
  // A bill was taken back when its plan had given way to a cheaper one: what was given for it is owed.
  return credit < 0 ? { cost: cost - credit, credit: 0, value_atom } : { cost, credit, value_atom };
}
