import type { ClockView } from '../../schemas/clock.ts';
import { formatDuration } from '../format/formatDuration.ts';
import { formatFullTime } from '../format/formatTime.ts';
import { Icon } from '../views/Icon.tsx';
import { useServerTime } from './useServerTime.ts';

const Due = ({
  due,
  now,
  onMove,
}: {
  due: string;
  now: number;
  onMove: (time: string) => void;
}) => (
  <ol class="time">
    <li>
      <span class="dot">
        <Icon name="clock" />
      </span>
      <b>in {formatDuration(Math.max(0, Date.parse(due) - now))}</b>
      <span class="small muted num">{formatFullTime(due)}</span>
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
    </li>
  </ol>
);

/** When something is next to happen by itself. */
export const DueCard = ({
  clock,
  onMove,
}: {
  clock: ClockView;
  onMove: (time: string) => void;
}) => {
  const now = useServerTime(clock) ?? 0;
  const { next_due_at: due } = clock;
  return (
    <div class="card">
      <header>
        <h2>Falls due next</h2>
      </header>
      {due === null ? (
        <p class="pad muted">Nothing is waiting for its time.</p>
      ) : (
        <Due {...{ due, now, onMove }} />
      )}
    </div>
  );
};
