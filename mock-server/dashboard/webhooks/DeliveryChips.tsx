import { deliveryOutcome, type Delivery } from '../api/Delivery.ts';
import { Chip, type Tone } from '../views/Chip.tsx';
import { latestDeliveries } from './latestDeliveries.ts';

const order: readonly Tone[] = ['bad', 'warn', 'good'];

/** What wants a look comes first, in whichever order the endpoints were told. */
const outcomesOf = (deliveries: readonly Delivery[]) =>
  latestDeliveries(deliveries)
    .map((delivery) => [delivery.id, ...deliveryOutcome(delivery)] as const)
    .sort(([, one], [, other]) => order.indexOf(one) - order.indexOf(other));

/** How telling of an event stands, one chip for each endpoint. `deliveries`: newest first. */
export const DeliveryChips = ({ deliveries }: { deliveries: readonly Delivery[] }) =>
  deliveries.length === 0 ? (
    <span class="small muted">Not sent</span>
  ) : (
    <span class="acts">
      {outcomesOf(deliveries).map(([id, tone, text]) => (
        <Chip key={id} tone={tone} text={text} />
      ))}
    </span>
  );
