import { deliveryOutcome, type Delivery } from '../api/Delivery.ts';
import { Chip } from '../views/Chip.tsx';
import { latestDeliveries } from './latestDeliveries.ts';

/** How telling of an event stands, one chip for each endpoint. `deliveries`: newest first. */
export const DeliveryChips = ({ deliveries }: { deliveries: readonly Delivery[] }) =>
  deliveries.length === 0 ? (
    <span class="small muted">Not sent</span>
  ) : (
    <span class="acts">
      {latestDeliveries(deliveries).map((delivery) => {
        const [tone, text] = deliveryOutcome(delivery);
        return <Chip key={delivery.id} tone={tone} text={text} />;
      })}
    </span>
  );
