import type { Delivery } from '../api/Delivery.ts';
import { subjectOfEventRecord, type EventRecord } from '../api/EventRecord.ts';
import type { Page } from '../api/Page.ts';
import { hrefOf } from '../route/Place.ts';
import { useDashboard } from '../useDashboard.ts';
import { Breakable } from '../views/Breakable.tsx';
import { Nothing } from '../lists/Nothing.tsx';
import { RecordList } from '../lists/RecordList.tsx';
import { useNewest } from '../lists/useNewest.ts';
import { Search } from '../lists/Search.tsx';
import { Screen } from '../views/Screen.tsx';
import type { Column } from '../lists/Table.tsx';
import { createdColumn } from '../lists/createdColumn.tsx';
import { EventDeliveries } from '../webhooks/EventDeliveries.tsx';
import { EndpointsCard } from '../webhooks/EndpointsCard.tsx';

const columns = (
  accountId: string,
  deliveries: Page<Delivery> | undefined,
): readonly Column<EventRecord>[] => [
  {
    name: 'Event',
    place: 'a',
    cell: ({ id, type }) => (
      <a class="go code" href={hrefOf(accountId, 'events', id)}>
        <Breakable text={type} />
      </a>
    ),
  },
  {
    name: 'Deliveries',
    place: 'b',
    cell: (event) => deliveries && <EventDeliveries {...{ event, deliveries }} />,
  },
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
  const deliveries = useNewest<Delivery>('deliveries', ['delivery']);
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
        columns={columns(accountId, deliveries)}
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
