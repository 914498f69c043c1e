import type { Processor } from '../store/AccountRecords.ts';
import type { Account } from '../store/createAccount.ts';
import { tierOrder } from './atTier.ts';
import type { SessionRecord } from './SessionRecord.ts';

/** The processors of a route; without a route all there are, as they were connected. */
function processorsOf({ records }: Account, routeId: string | null): readonly Processor[] {
  const route = routeId === null ? undefined : records.processorRoutes.get(routeId);
  if (!route) return [...records.processors.values()];
  return route.processors.flatMap(({ processor_id: id }) => records.processors.get(id) ?? []);
}

/** Whom to ask for money in a currency, in order. Those that are unavailable or do not take it are skipped. */
export function processorsFor(
  account: Account,
  routeId: string | null,
  currency: string | null,
): readonly Processor[] {
  const usable = ({ available, currencies }: Processor): boolean =>
    available && (currency === null || currencies === null || currencies.includes(currency));
  return processorsOf(account, routeId).filter(usable);
}

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
