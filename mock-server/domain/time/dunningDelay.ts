import type { BillingInterval } from '../pricing/Price.ts';
import { day } from './day.ts';

const hour = 60 * 60 * 1000;

const days: Readonly<Record<BillingInterval, number>> = { day: 1, week: 7, month: 28, year: 365 };

/** How often a renewal that was declined is tried again. */
export const mostRetries = 4;

/**
 * Milliseconds until a renewal that was declined is tried again, as PaymentKit documents it: every four days in cycles of
 * a week and more, every two days in shorter ones, and every 23 hours in daily ones. None after the last retry.
 */
export function dunningDelay(
  attempts: number,
  rhythm: { readonly billing_interval: BillingInterval; readonly billing_interval_count: number },
): number | undefined {
  if (attempts > mostRetries) return undefined;
  const cycle = days[rhythm.billing_interval] * rhythm.billing_interval_count;
  if (cycle >= 7) return 4 * day;
  return cycle >= 2 ? 2 * day : 23 * hour;
}
