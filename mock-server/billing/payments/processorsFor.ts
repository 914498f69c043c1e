import type { Account } from '../../store/createAccount.ts';
import type { Processor } from '../../store/records/AccountRecords.ts';

/** The processors of a route; without a route all there are, as they were connected. */
function onRoute({ records }: Account, routeId: string | null): readonly Processor[] {
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
  return onRoute(account, routeId).filter(usable);
}
