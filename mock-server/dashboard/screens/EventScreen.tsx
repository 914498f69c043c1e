import type { Delivery } from '../api/Delivery.ts';
import type { EventRecord } from '../api/EventRecord.ts';
import type { Page } from '../api/Page.ts';
import { hrefOf } from '../route/Place.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useLoaded } from '../useLoaded.ts';
import { CodeBlock } from '../views/CodeBlock.tsx';
import { CopyButton } from '../views/CopyButton.tsx';
import { Screen } from '../views/Screen.tsx';
import { Time } from '../views/Time.tsx';
import { TroubleNote } from '../views/TroubleNote.tsx';
import { Waiting, WaitingCard } from '../views/Waiting.tsx';
import { AttemptsCard } from '../webhooks/AttemptsCard.tsx';
import { latestDeliveries } from '../webhooks/latestDeliveries.ts';
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

const Deliveries = ({ eventId }: { eventId: string }) => {
  const at = useAccountPath();
  const path = at(`deliveries?event_id=${encodeURIComponent(eventId)}`);
  const { value, trouble, reload } = useLoaded<Page<Delivery>>(path, ['delivery', 'clock']);
  if (trouble) {
    const what = 'The deliveries could not be read.';
    return <TroubleNote what={what} trouble={trouble} onRetry={reload} />;
  }
  const latest = latestDeliveries(value?.data ?? []);
  return (
    <>
      {!value && <WaitingCard height={6} />}
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

/** One event: what it says, who was told of it and how that went. */
export const EventScreen = () => {
  const { accountId, place } = useDashboard();
  const at = useAccountPath();
  const id = place.id ?? '';
  const path = at(`api/events/${encodeURIComponent(id)}`);
  const { value: event, trouble, reload } = useLoaded<EventRecord>(path, []);
  const waiting = !event && !trouble;
  return (
    <Screen
      title={event?.type ?? 'Event'}
      waiting={waiting}
      crumb={{ href: hrefOf(accountId, 'events'), text: 'Events & webhooks' }}
      below={
        event && (
          <p class="small muted num">
            <code>{event.id}</code> · <Time at={event.created_at} as="full" />
          </p>
        )
      }
    >
      {waiting && <Waiting cards={[16]} beside={[6, 5]} />}
      {trouble && (
        <TroubleNote what="The event could not be read." trouble={trouble} onRetry={reload} />
      )}
      {event && (
        <div class="split">
          <div class="stack">
            <BodyCard event={event} />
          </div>
          <aside class="stack" aria-label="Deliveries">
            <Deliveries eventId={event.id} />
            <SignatureCard />
          </aside>
        </div>
      )}
    </Screen>
  );
};
