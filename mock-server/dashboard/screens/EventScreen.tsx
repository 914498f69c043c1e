import type { Delivery } from '../api/Delivery.ts';
import type { EventRecord } from '../api/EventRecord.ts';
import type { Page } from '../api/Page.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useLoaded, type Loaded } from '../useLoaded.ts';
import { useRecord } from '../useRecord.ts';
import { Breakable } from '../views/Breakable.tsx';
import { CodeBlock } from '../views/CodeBlock.tsx';
import { CopyButton } from '../views/CopyButton.tsx';
import { RecordScreen } from '../views/RecordScreen.tsx';
import { TroubleNote } from '../views/TroubleNote.tsx';
import { Waiting } from '../views/Waiting.tsx';
import { AttemptsCard } from '../webhooks/AttemptsCard.tsx';
import { latestDeliveries } from '../webhooks/latestDeliveries.ts';
import { RequestCard } from '../webhooks/RequestCard.tsx';
import { SignatureCard } from '../webhooks/SignatureCard.tsx';

const BodyCard = ({ event }: { event: EventRecord }) => {
  const { id, type, created_at: at, data } = event;
  const created = Math.floor(Date.parse(at) / 1000);
  const body = JSON.stringify(
    { id, object: 'event', type, created, livemode: false, data },
    null,
    2,
  );
  return (
    <div class="card">
      <header>
        <h2>Body</h2>
        <CopyButton text={body} what="body" look="btn quiet bare" short />
      </header>
      <CodeBlock text={body} label="Body" look="tall" />
    </div>
  );
};

type Told = Loaded<Page<Delivery>>;

const Deliveries = ({ loaded: { value, trouble, reload } }: { loaded: Told }) => {
  if (trouble) {
    const what = 'The deliveries could not be read.';
    return <TroubleNote what={what} trouble={trouble} onRetry={reload} />;
  }
  const latest = latestDeliveries(value?.data ?? []);
  return (
    <>
      {value?.data.length === 0 && (
        <div class="card pad">
          <p class="muted">Nobody was to be told of it: no endpoint wanted this event.</p>
        </div>
      )}
      {latest.map((delivery) => (
        <AttemptsCard
          key={delivery.endpoint_id}
          latest={delivery}
          attempts={(value?.data ?? []).filter(
            ({ endpoint_id: endpoint }) => endpoint === delivery.endpoint_id,
          )}
        />
      ))}
    </>
  );
};

const Details = ({ event, deliveries }: { event: EventRecord; deliveries: Told }) => {
  const sent = deliveries.value?.data.find(({ sent_at: moment }) => moment !== null);
  return (
    <div class="split">
      <div class="stack">
        {sent && <RequestCard delivery={sent} />}
        <BodyCard event={event} />
      </div>
      <aside class="stack" aria-label="Deliveries">
        <Deliveries loaded={deliveries} />
        <SignatureCard />
      </aside>
    </div>
  );
};

/** One event: what it says, who was told of it and how that went. */
export const EventScreen = () => {
  const at = useAccountPath();
  const id = encodeURIComponent(useDashboard().place.id ?? '');
  const event = useRecord<EventRecord>('events', []);
  const deliveries: Told = useLoaded(at(`deliveries?event_id=${id}`), ['delivery', 'clock']);
  // Both at once: what was sent stands above what it says.
  const value = deliveries.value || deliveries.trouble ? event.value : undefined;
  return (
    <RecordScreen
      what="Event"
      title={value?.type ?? 'Event'}
      list="Events & webhooks"
      loaded={{ ...event, value }}
      heading={({ type }) => <Breakable text={type} />}
      waiting={<Waiting cards={[16]} beside={[6, 5]} />}
    >
      {(one) => <Details event={one} deliveries={deliveries} />}
    </RecordScreen>
  );
};
