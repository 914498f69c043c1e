import type { Delivery } from '../api/Delivery.ts';

/** Of each event and endpoint the attempt made last, which says how it stands. `deliveries`: newest first. */
export const latestDeliveries = (deliveries: readonly Delivery[]): readonly Delivery[] => {
  const seen = new Set<string>();
  return deliveries.filter(({ event_id: event, endpoint_id: endpoint }) => {
    const pair = `${event} ${endpoint}`;
    if (seen.has(pair)) return false;
    seen.add(pair);
    return true;
  });
};
