import { useState } from 'preact/hooks';
import type { Delivery } from '../api/Delivery.ts';
import { troubleOf, type Trouble } from '../api/Trouble.ts';
import type { WebhookEndpoint } from '../api/WebhookEndpoint.ts';
import { hrefOf } from '../route/Place.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useOncePer } from '../useOncePer.ts';
import { AskFirst } from '../views/AskFirst.tsx';
import { Breakable } from '../views/Breakable.tsx';
import { Chip } from '../views/Chip.tsx';
import { CopyButton } from '../views/CopyButton.tsx';
import { FailureNote } from '../views/FailureNote.tsx';

const shownOfSecret = 10;

const eventWords = ({ events }: WebhookEndpoint): string =>
  events.includes('*') ? 'All events' : events.join(', ');

/** Tells the endpoint of the latest event that it takes, and keeps which that was. */
const useTest = ({ id }: WebhookEndpoint) => {
  const { api } = useDashboard();
  const at = useAccountPath();
  const [told, setTold] = useState<Delivery>();
  const [trouble, setTrouble] = useState<Trouble>();
  const once = useOncePer('');
  const test = async (): Promise<boolean> => {
    // The same words are read out again, and seen to come again.
    setTold(undefined);
    setTrouble(undefined);
    const reply = await api.send('POST', at('deliveries'), { endpoint_id: id });
    const wrong = troubleOf(reply);
    if (wrong) setTrouble(wrong);
    else setTold(reply.body as unknown as Delivery);
    return false;
  };
  return { told, trouble, test: () => void once(test) };
};

const Told = ({ told }: { told: Delivery | undefined }) => {
  const { accountId } = useDashboard();
  return (
    <p class={told ? 'small' : 'sr'} role="status">
      {told && (
        <>
          Sent. How it was answered stands with{' '}
          <a class="code" href={hrefOf(accountId, 'events', told.event_id)}>
            {told.event_type}
          </a>
          .
        </>
      )}
    </p>
  );
};

const Head = ({ endpoint }: { endpoint: WebhookEndpoint }) => (
  <div>
    <div class="row">
      <code>
        <Breakable text={endpoint.url} />
      </code>
      {!endpoint.enabled && <Chip tone="off" text="Disabled" />}
    </div>
    <p class="small muted">{eventWords(endpoint)} · 5 attempts, then failed</p>
  </div>
);

/** One endpoint: its secret, and what can be done with it. */
export const EndpointRow = ({
  endpoint,
  onRemove,
}: {
  endpoint: WebhookEndpoint;
  onRemove: () => void;
}) => {
  const { told, trouble, test } = useTest(endpoint);
  return (
    <li class="group">
      <Head endpoint={endpoint} />
      <div class="copy" role="group" aria-label={`Signing secret of ${endpoint.url}`}>
        <code class="cut">{`${endpoint.secret.slice(0, shownOfSecret)}${'•'.repeat(16)}`}</code>
        <CopyButton text={endpoint.secret} what="signing secret" />
      </div>
      <div class="acts">
        {endpoint.enabled && (
          <button
            type="button"
            class="btn"
            aria-label={`Send a test event: ${endpoint.url}`}
            onClick={test}
          >
            Send a test event
          </button>
        )}
        <AskFirst
          act="Delete"
          keep="Keep it"
          confirm="Delete it with its secret"
          subject={endpoint.url}
          onConfirm={onRemove}
        />
      </div>
      <Told told={told} />
      {trouble && <FailureNote what="No test event was sent." trouble={trouble} />}
    </li>
  );
};
