import { useState } from 'preact/hooks';
import type { Page } from '../api/Page.ts';
import type { WebhookEndpoint } from '../api/WebhookEndpoint.ts';
import { troubleOf, type Trouble } from '../api/Trouble.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useKeptFocus } from '../useKeptFocus.ts';
import { useLoaded } from '../useLoaded.ts';
import { Icon } from '../views/Icon.tsx';
import { FailureNote } from '../views/FailureNote.tsx';
import { TroubleNote } from '../views/TroubleNote.tsx';
import { EndpointForm } from './EndpointForm.tsx';
import { EndpointRow } from './EndpointRow.tsx';

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

/** Adds and removes endpoints, and says how that went. */
const useEndpoints = () => {
  const { api } = useDashboard();
  const at = useAccountPath();
  const list = at('api/webhook-endpoints?limit=100');
  const loaded = useLoaded<Page<WebhookEndpoint>>(list, ['event', 'delivery']);
  const [adding, setAdding] = useState(false);
  const [said, setSaid] = useState('');
  const [kept, setKept] = useState<Trouble>();
  const say = (words: string): void => {
    setSaid(words);
    loaded.refresh();
  };
  const remove = async (id: string): Promise<void> => {
    const path = at(`api/webhook-endpoints/${encodeURIComponent(id)}`);
    const wrong = troubleOf(await api.send('DELETE', path));
    setKept(wrong);
    say(wrong ? '' : 'Deleted. It is told of nothing any more.');
  };
  return {
    ...{ loaded, adding, said, kept },
    toggle: () => {
      setSaid('');
      setAdding(!adding);
    },
    added: () => {
      setAdding(false);
      say('Added. Its signing secret is below.');
    },
    remove: (id: string) => void remove(id),
  };
};

/** What was done, where the form or the row was that had the focus. */
const Said = ({ words, shown }: { words: string; shown: string }) => {
  const end = useKeptFocus<HTMLParagraphElement>(words !== '', shown);
  return (
    <div class={words === '' ? 'sr' : 'pad'}>
      <p class="small" role="status" tabIndex={-1} ref={end}>
        {words}
      </p>
    </div>
  );
};

/** Who is told of what happens, with the secrets that the messages are signed with. */
export const EndpointsCard = () => {
  const { loaded, adding, said, kept, toggle, added, remove } = useEndpoints();
  const { value, trouble, reload } = loaded;
  return (
    <div class="card">
      <Head adding={adding} onToggle={toggle} />
      {adding && <EndpointForm onAdded={added} />}
      <Said words={said} shown={`${String(adding)} ${String(value?.data.length)}`} />
      {kept && (
        <div class="pad">
          <FailureNote what="The endpoint was not deleted." trouble={kept} />
        </div>
      )}
      {trouble ? (
        <div class="pad">
          <TroubleNote what="The endpoints could not be read." trouble={trouble} onRetry={reload} />
        </div>
      ) : (
        <ul class={adding || said !== '' ? 'rows inset' : 'rows'}>
          <EndpointRows endpoints={value?.data} onRemove={remove} />
        </ul>
      )}
      {value?.data.length === 0 && !adding && (
        <p class="pad muted">None yet. Add the address of your server that takes webhooks.</p>
      )}
    </div>
  );
};
