import { useState } from 'preact/hooks';
import type { Page } from '../api/Page.ts';
import type { WebhookEndpoint } from '../api/WebhookEndpoint.ts';
import { troubleOf, type Trouble } from '../api/Trouble.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useLoaded } from '../useLoaded.ts';
import { Chip } from '../views/Chip.tsx';
import { CopyButton } from '../views/CopyButton.tsx';
import { Icon } from '../views/Icon.tsx';
import { TroubleNote } from '../views/TroubleNote.tsx';
import { EndpointForm } from './EndpointForm.tsx';

const shownOfSecret = 10;

const eventWords = ({ events }: WebhookEndpoint): string =>
  events.includes('*') ? 'All events' : events.join(', ');

const EndpointRow = ({
  endpoint,
  onRemove,
}: {
  endpoint: WebhookEndpoint;
  onRemove: () => void;
}) => (
  <li class="group">
    <div class="row whole">
      <code>{endpoint.url}</code>
      <span class="acts">
        {!endpoint.enabled && <Chip tone="off" text="Disabled" />}
        <button
          type="button"
          class="btn quiet bare"
          aria-label={`Delete ${endpoint.url}`}
          onClick={onRemove}
        >
          <Icon name="cross" />
        </button>
      </span>
    </div>
    <p class="small muted">{eventWords(endpoint)} · 5 attempts, then failed</p>
    <div class="copy" role="group" aria-label={`Signing secret of ${endpoint.url}`}>
      <code class="cut">{`${endpoint.secret.slice(0, shownOfSecret)}${'•'.repeat(16)}`}</code>
      <CopyButton text={endpoint.secret} what="signing secret" />
    </div>
  </li>
);

const Head = ({ adding, onToggle }: { adding: boolean; onToggle: () => void }) => (
  <header>
    <h2>Endpoints</h2>
    <button type="button" class="btn" aria-expanded={adding} onClick={onToggle}>
      <Icon name={adding ? 'cross' : 'plus'} />
      {adding ? 'Cancel' : 'Add endpoint'}
    </button>
  </header>
);

const EndpointRows = ({
  endpoints,
  onRemove,
}: {
  endpoints: readonly WebhookEndpoint[] | undefined;
  onRemove: (id: string) => void;
}) =>
  endpoints?.map((endpoint) => (
    <EndpointRow
      key={endpoint.id}
      endpoint={endpoint}
      onRemove={() => {
        onRemove(endpoint.id);
      }}
    />
  )) ?? (
    <li aria-busy="true">
      <span class="sk wide" />
    </li>
  );

/** Removes endpoints, and says why one is still there. */
const useRemoval = (refresh: () => void) => {
  const { api } = useDashboard();
  const at = useAccountPath();
  const [kept, setKept] = useState<Trouble>();
  const remove = async (id: string): Promise<void> => {
    const path = at(`api/webhook-endpoints/${encodeURIComponent(id)}`);
    setKept(troubleOf(await api.send('DELETE', path)));
    refresh();
  };
  return { kept, remove: (id: string) => void remove(id) };
};

/** Who is told of what happens, with the secrets that the messages are signed with. */
export const EndpointsCard = () => {
  const at = useAccountPath();
  const [adding, setAdding] = useState(false);
  const list = at('api/webhook-endpoints?limit=100');
  const { value, trouble, reload, refresh } = useLoaded<Page<WebhookEndpoint>>(list, [
    'event',
    'delivery',
  ]);
  const { kept, remove } = useRemoval(refresh);
  const added = (): void => {
    setAdding(false);
    refresh();
  };
  return (
    <div class="card">
      <Head adding={adding} onToggle={() => setAdding(!adding)} />
      {adding && <EndpointForm onAdded={added} />}
      {kept && (
        <div class="pad">
          <TroubleNote what="The endpoint was not removed." trouble={kept} />
        </div>
      )}
      {trouble ? (
        <div class="pad">
          <TroubleNote what="The endpoints could not be read." trouble={trouble} onRetry={reload} />
        </div>
      ) : (
        <ul class={adding ? 'rows inset' : 'rows'}>
          <EndpointRows endpoints={value?.data} onRemove={remove} />
        </ul>
      )}
      {value?.data.length === 0 && !adding && (
        <p class="pad muted">None yet. Add the address of your server that takes webhooks.</p>
      )}
    </div>
  );
};
