import { useState } from 'preact/hooks';
import { deliveryOutcome, type Delivery } from '../api/Delivery.ts';
import { troubleOf, type Trouble } from '../api/Trouble.ts';
import type { WebhookEndpoint } from '../api/WebhookEndpoint.ts';
import { useClock } from '../clock/useClock.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useDashboard } from '../useDashboard.ts';
import { useLoaded } from '../useLoaded.ts';
import { Chip } from '../views/Chip.tsx';
import { Icon, type IconName } from '../views/Icon.tsx';
import { Time } from '../views/Time.tsx';
import { FailureNote } from '../views/FailureNote.tsx';

const resultOf = ({ response_status: status, error }: Delivery): string =>
  error ?? (status === null ? 'No answer' : `Answered ${String(status)}`);

const dots: Readonly<Record<Delivery['state'], readonly [IconName, string]>> = {
  pending: ['clock', ''],
  succeeded: ['done', 'good'],
  failed: ['failed', 'bad'],
};

/** An attempt that was made, or that is waiting for its time on the account's clock. */
const Attempt = ({ delivery, onMove }: { delivery: Delivery; onMove: (to: string) => void }) => {
  const { state, sent_at: sent, due_at: due, duration_ms: duration, attempt, replay } = delivery;
  const [icon, tone] = dots[state];
  const waiting = state === 'pending';
  return (
    <li>
      <span class={`dot ${tone}`}>
        <Icon name={icon} />
      </span>
      <b>{waiting ? 'Next attempt' : resultOf(delivery)}</b>
      <span class="small muted num">
        {replay ? 'Replay' : `Attempt ${String(attempt)}`} · <Time at={sent ?? due} as="day" />
        {duration !== null && ` · ${String(Math.round(duration))} ms`}
      </span>
      {waiting && (
        <span class="acts">
          <button
            type="button"
            class="btn"
            onClick={() => {
              onMove(due);
            }}
          >
            Move the clock there
          </button>
        </span>
      )}
    </li>
  );
};

const faults = [
  ['duplicate', 'Twice'],
  ['reorder', 'Out of order'],
  ['bad_signature', 'Bad signature'],
] as const;

/** Sends an event again, as it was or with a fault. */
const useReplay = (deliveryId: string) => {
  const { api } = useDashboard();
  const at = useAccountPath();
  const [trouble, setTrouble] = useState<Trouble>();
  const post = async (path: string, body?: unknown): Promise<boolean> => {
    const wrong = troubleOf(await api.send('POST', at(path), body));
    setTrouble(wrong);
    return !wrong;
  };
  return {
    trouble,
    replay: async (fault?: string): Promise<void> => {
      if (fault !== undefined && !(await post('webhook-faults', { kind: fault, times: 1 }))) return;
      await post(`deliveries/${encodeURIComponent(deliveryId)}/replay`);
    },
  };
};

const ReplayButtons = ({ onReplay }: { onReplay: (fault?: string) => void }) => (
  <div class="acts">
    <button
      type="button"
      class="btn"
      onClick={() => {
        onReplay();
      }}
    >
      Replay
    </button>
    {faults.map(([fault, name]) => (
      <button
        key={fault}
        type="button"
        class="btn"
        onClick={() => {
          onReplay(fault);
        }}
      >
        {name}
      </button>
    ))}
  </div>
);

interface AttemptsProps {
  readonly latest: Delivery;
  readonly attempts: readonly Delivery[];
}

/** What is shown follows the server by itself. */
const nothing = (): void => undefined;

/** What one endpoint was told of an event, newest first, and ways to tell it again. */
export const AttemptsCard = ({ latest, attempts }: AttemptsProps) => {
  const at = useAccountPath();
  const { trouble, replay } = useReplay(latest.id);
  const clock = useClock(nothing);
  const path = at(`api/webhook-endpoints/${encodeURIComponent(latest.endpoint_id)}`);
  const { value: endpoint } = useLoaded<WebhookEndpoint>(path, []);
  const [tone, text] = deliveryOutcome(latest);
  return (
    <div class="card">
      <header>
        <h2>Attempts</h2>
        <Chip tone={tone} text={text} />
      </header>
      <div class="pad">
        <code>{endpoint?.url ?? latest.endpoint_id}</code>
        <ol class="time flush">
          {attempts.map((delivery) => (
            <Attempt key={delivery.id} delivery={delivery} onMove={(now) => clock.set({ now })} />
          ))}
        </ol>
        <ReplayButtons onReplay={(fault) => void replay(fault)} />
        <p class="small" role="status">
          {clock.said}
        </p>
        {trouble && <FailureNote what="It was not sent again." trouble={trouble} />}
        {clock.trouble && <FailureNote what="The clock was not moved." trouble={clock.trouble} />}
      </div>
    </div>
  );
};
