import type { SubscriptionRecord } from '../../store/records/SubscriptionRecord.ts';
import { day } from '../../domain/time/day.ts';

/** How a bill of a subscription is collected, and until when it may stay unpaid where it is sent. */
export function collectionTerms(
  { collection_method, net_d }: Pick<SubscriptionRecord, 'collection_method' | 'net_d'>,
  now: number,
) {
  const isSent = collection_method === 'send_invoice';
  return { collection_method, due_at: isSent ? now + (net_d ?? 30) * day : null };
}
