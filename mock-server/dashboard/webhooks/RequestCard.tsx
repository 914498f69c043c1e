import type { WebhookRequest } from '../../schemas/webhookRequest.ts';
import type { Delivery } from '../api/Delivery.ts';
import { curlOf } from '../format/curlOf.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useLoaded } from '../useLoaded.ts';
import { CopyButton } from '../views/CopyButton.tsx';
import { WaitingCard } from '../views/Waiting.tsx';

/** Headers that say nothing of the event. */
const common = ['content-type', 'user-agent'];

const Header = ({ name, value }: { name: string; value: string }) => (
  <div class="row">
    <dt>
      <code>{name}</code>
    </dt>
    <dd>
      <code>{value}</code>
    </dd>
  </div>
);

/** What an endpoint was sent last, with its signatures. */
export const RequestCard = ({ delivery }: { delivery: Delivery }) => {
  const at = useAccountPath();
  const path = at(`deliveries/${encodeURIComponent(delivery.id)}/request`);
  const { value, trouble } = useLoaded<WebhookRequest>(path, []);
  if (!value) return trouble ? null : <WaitingCard height={9} />;
  const { url, headers, body } = value;
  return (
    <div class="card">
      <header>
        <h2>Request</h2>
        <CopyButton text={curlOf(url, headers, body)} what="as curl" look="btn quiet bare" />
      </header>
      <dl class="kv">
        {Object.entries(headers)
          .filter(([name]) => !common.includes(name))
          .map(([name, text]) => (
            <Header key={name} name={name} value={text} />
          ))}
      </dl>
    </div>
  );
};
