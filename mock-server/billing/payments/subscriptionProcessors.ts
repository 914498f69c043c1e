import type { Account } from '../../store/createAccount.ts';
import type { Processor } from '../../store/records/AccountRecords.ts';
import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { processorsFor } from './processorsFor.ts';

/** Whom to ask for the money of a subscription, or of a bill that belongs to none. */
export function subscriptionProcessors(
  account: Account,
  currency: string,
  terms?: Pick<SubscriptionRecord, 'processor_id' | 'processor_route_id'>,
): readonly Processor[] {
  const usable = processorsFor(account, terms?.processor_route_id ?? null, currency);
  const only = terms?.processor_id ?? null;
  return only === null ? usable : usable.filter(({ id }) => id === only);
}
