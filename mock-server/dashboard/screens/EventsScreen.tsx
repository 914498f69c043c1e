import type { Delivery } from '../api/Delivery.ts';
import { subjectOfEventRecord, type EventRecord } from '../api/EventRecord.ts';
import type { Page } from '../api/Page.ts';
import { hrefOf } from '../route/Place.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useLoaded } from '../useLoaded.ts';
import { Breakable } from '../views/Breakable.tsx';
import { Nothing } from '../lists/Nothing.tsx';
import { RecordList } from '../lists/RecordList.tsx';
import { Search } from '../lists/Search.tsx';
import { Screen } from '../views/Screen.tsx';
import type { Column } from '../lists/Table.tsx';
import { createdColumn } from '../lists/createdColumn.tsx';
import { DeliveryChips } from '../webhooks/DeliveryChips.tsx';
import { EndpointsCard } from '../webhooks/EndpointsCard.tsx';

/** How telling of one event stands. */
const Outcome = ({ eventId }: { eventId: string }) => {
  const at = useAccountPath();
  const path = at(`deliveries?event_id=${encodeURIComponent(eventId)}`);
  const { value } = useLoaded<Page<Delivery>>(path, ['delivery']);
  return value ? <DeliveryChips deliveries={value.data} /> : null;
};

const columns = (accountId: string): readonly Column<EventRecord>[] => [
  {
    name: 'Event',
    place: 'a',
    cell: ({ id, type }) => (
      <a class="go code" href={hrefOf(accountId, 'events', id)}>
        <Breakable text={type} />
      </a>
    ),
  },
  { name: 'Deliveries', place: 'b', cell: ({ id }) => <Outcome eventId={id} /> },
  {
    name: 'About',
    place: 'c',
    cell: (event) => (
      <code>
        <Breakable text={subjectOfEventRecord(event)} />
      </code>
    ),
  },
  { ...createdColumn, name: 'At' },
];

/** Developers → Events & webhooks: who is told, and of what. */
export const EventsScreen = () => {
  const { accountId } = useDashboard();
  return (
    <Screen
      title="Events & webhooks"
      actions={<Search what="events" by="Type, or id of what it is about" />}
    >
      <EndpointsCard />
      <RecordList
        what="events"
        path="api/events"
        kinds={['event', 'clock']}
        columns={columns(accountId)}
        textOf={(event) => `${event.id} ${event.type} ${subjectOfEventRecord(event)}`}
        empty={
          <Nothing
            title="No events yet"
            text="An event is recorded with each change of a session, a payment or what they lead to."
          />
        }
      />
    </Screen>
  );
};
