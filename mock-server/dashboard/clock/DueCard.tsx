import type { ClockView } from '../../schemas/clock.ts';
import { formatDuration } from '../format/formatDuration.ts';
import { formatFullTime } from '../format/formatTime.ts';
import { hrefOf } from '../route/Place.ts';
import { useDashboard } from '../useDashboard.ts';
import { Icon, type IconName } from '../views/Icon.tsx';
import { dueWords } from './dueWords.ts';
import { useServerTime } from './useServerTime.ts';

type Due = ClockView['waiting'][number];

/** What each kind is drawn with, and where its page is. */
const kinds: Readonly<Record<string, readonly [icon: IconName, section?: string]>> = {
  session: ['order', 'checkout-sessions'],
  challenge: ['card', 'payments'],
  payment: ['card', 'payments'],
  subscription: ['again', 'subscriptions'],
  webhook: ['pulse', 'events'],
};

const Subject = ({ due: { id, webhook }, section }: { due: Due; section: string | undefined }) => {
  const { accountId } = useDashboard();
  if (section === undefined) return <code>{id}</code>;
  return (
    <a class="code" href={hrefOf(accountId, section, webhook?.event_id ?? id)}>
      {webhook?.event_type ?? id}
    </a>
  );
};

const Entry = ({ due, now, onMove }: { due: Due; now: number; onMove?: () => void }) => {
  const [icon, section] = kinds[due.kind.split('.')[0] ?? ''] ?? ['clock'];
  return (
    <li>
      <span class="dot">
        <Icon name={icon} />
      </span>
      <b>{dueWords(due.kind, due.webhook?.attempt)}</b>
      <span class="small muted num" title={formatFullTime(due.at)}>
        in {formatDuration(Math.max(0, Date.parse(due.at) - now))} ·{' '}
        <Subject {...{ due, section }} />
      </span>
      {onMove && (
        <span class="acts">
          <button type="button" class="btn" onClick={onMove}>
            Move the clock there
          </button>
        </span>
      )}
    </li>
  );
};

/** What is next to happen by itself, and a way to be there. */
export const DueCard = ({
  clock,
  onMove,
}: {
  clock: ClockView;
  onMove: (time: string) => void;
}) => {
  const now = useServerTime(clock) ?? 0;
  const { waiting } = clock;
  return (
    <div class="card">
      <header>
        <h2>Falls due next</h2>
      </header>
      {waiting.length === 0 && <p class="pad muted">Nothing is waiting for its time.</p>}
      {waiting.length > 0 && (
        <ol class="time">
          {waiting.map((due, index) => (
            <Entry
              key={`${due.kind} ${due.id}`}
              {...{ due, now }}
              {...(index === 0 && {
                onMove: () => {
                  onMove(due.at);
                },
              })}
            />
          ))}
        </ol>
      )}
    </div>
  );
};
