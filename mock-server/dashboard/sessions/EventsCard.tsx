import type { Moment } from '../../schemas/timeline.ts';
import { hrefOf } from '../route/Place.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useLoaded } from '../useLoaded.ts';
import { Breakable } from '../views/Breakable.tsx';
import { Table, type Column } from '../lists/Table.tsx';
import { Time } from '../views/Time.tsx';
import { DeliveryChips } from '../webhooks/DeliveryChips.tsx';

const columns = (accountId: string): readonly Column<Moment>[] => [
  {
    name: 'Event',
    place: 'a',
    cell: ({ title, event_id: id = '' }) => (
      <a class="go code" href={hrefOf(accountId, 'events', id)}>
        <Breakable text={title} />
      </a>
    ),
  },
  {
    name: 'Deliveries',
    place: 'b',
    cell: ({ deliveries = [] }) => <DeliveryChips deliveries={deliveries} />,
  },
  { name: 'At', place: 'c', look: 'num nowrap', cell: ({ at }) => <Time at={at} as="day" /> },
];

/** What was told of a session, newest first. */
export const EventsCard = ({ sessionId }: { sessionId: string }) => {
  const { accountId } = useDashboard();
  const at = useAccountPath();
  const path = at(`sessions/${encodeURIComponent(sessionId)}/timeline`);
  const { value } = useLoaded<{ readonly data: readonly Moment[] }>(path, ['event', 'delivery']);
  const events = value?.data.filter(({ kind }) => kind === 'event').reverse();
  if (events?.length === 0) return null;
  return (
    <div class="card">
      <header>
        <h2>Events</h2>
      </header>
      <Table
        label="Events of this session, newest first"
        columns={columns(accountId)}
        rows={events}
        keyOf={({ event_id: id = '' }) => id}
      />
    </div>
  );
};
