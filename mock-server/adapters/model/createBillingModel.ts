import type { BillingModel } from './BillingModel.ts';
import type { Rhythm } from './later.ts';
import { begin } from './passTime.ts';

/** A subscription that has just begun, charged to a card that is good. */
export function createBillingModel(
  start: number,
  rhythm: Rhythm,
  unitAmount: number,
): BillingModel {
  return begin({
    ...{ rhythm, unitAmount, bills: [], tasks: [], charges: { succeeded: 0, failed: 0 } },
    ...{ now: start, state: 'incomplete', periodStart: start, periodEnd: start },
    ...{ anchor: start, periods: 0, quantity: 1, isPoor: false, endsWithPeriod: false },
    ...{ pausesWithPeriod: undefined, pausedAt: 0, resumesAt: undefined, coupon: undefined },
  });
}
