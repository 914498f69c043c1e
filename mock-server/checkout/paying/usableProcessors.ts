import { processorsFor } from '../../billing/payments/processorsFor.ts';
import type { Account } from '../../store/createAccount.ts';
import type { Processor } from '../../store/records/AccountRecords.ts';
import type { SessionRecord } from '../../store/records/SessionRecord.ts';
import { tierOrder } from './atTier.ts';

/** The route of a tier. One without a route of its own takes the session's. */
export function tierRoute(session: SessionRecord, tier: number): string | null {
  const own = tier === 0 ? null : (session.cascade_tiers?.[tier - 1]?.processor_route_id ?? null);
  return own ?? session.processor_route_id;
}

/** Whom to ask for the money of a tier. */
export function usableProcessors(
  account: Account,
  session: SessionRecord,
  tier: number,
): readonly Processor[] {
  const { currency } = tierOrder(session, tier);
  return processorsFor(account, tierRoute(session, tier), currency);
}
