import type { Delivery } from '../api/Delivery.ts';
import type { EventRecord } from '../api/EventRecord.ts';
import type { Page } from '../api/Page.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useLoaded } from '../useLoaded.ts';
import { DeliveryChips } from './DeliveryChips.tsx';

const AskedDeliveries = ({ id }: { id: string }) => {
  const path = useAccountPath()(`deliveries?event_id=${encodeURIComponent(id)}`);
  const { value } = useLoaded<Page<Delivery>>(path, ['delivery']);
  return value ? <DeliveryChips deliveries={value.data} /> : null;
};

/** A time since when every delivery is among them: the first attempt of one is queued with its event. */
const reachesTo = ({ data }: Page<Delivery>): string | undefined =>
  data.filter(({ attempt, replay }) => attempt === 1 && !replay).at(-1)?.due_at;

/** How telling of an event in a list stands. `deliveries`: the newest, which may not go back to the event. */
export const EventDeliveries = (props: {
  event: Pick<EventRecord, 'id' | 'created_at'>;
  deliveries: Page<Delivery>;
}) => {
  const { event, deliveries } = props;
  const since = reachesTo(deliveries);
  if (deliveries.has_more && (since === undefined || event.created_at <= since)) {
    return <AskedDeliveries id={event.id} />;
  }
  const own = deliveries.data.filter(({ event_id: of }) => of === event.id);
  return <DeliveryChips deliveries={own} />;
};
