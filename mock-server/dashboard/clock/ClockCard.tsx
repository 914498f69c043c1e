import { useEffect, useState } from 'preact/hooks';
import type { ClockView } from '../../schemas/clock.ts';
import type { Trouble } from '../api/Trouble.ts';
import { TextField } from '../fields/TextField.tsx';
import { formatDuration } from '../format/formatDuration.ts';
import { formatDayOfTime, formatTimeOfDay } from '../format/formatTime.ts';
import { Chip } from '../views/Chip.tsx';
import { FailureNote } from '../views/FailureNote.tsx';
import type { ClockMoves } from './useClock.ts';
import { useServerTime } from './useServerTime.ts';

const steps = [
  ['1m', '+ 1 minute'],
  ['1h', '+ 1 hour'],
  ['25h', '+ 25 hours'],
  ['31d', '+ 31 days'],
] as const;

const noticed = 1000;

const stateOf = ({ frozen, offset_ms: ahead }: ClockView) =>
  frozen ? (
    <Chip tone="warn" text="Stopped" />
  ) : ahead >= noticed ? (
    <Chip tone="warn" text={`${formatDuration(ahead)} ahead`} />
  ) : (
    <Chip tone="good" text="Real time" />
  );

const timeFault = (trouble: Trouble | undefined): string | undefined =>
  trouble?.faults.find(({ loc }) => loc[1] === 'now')?.msg;

/** A day from now, as it is typed. */
const tomorrow = (now: number): string =>
  new Date(now + 86_400_000).toISOString().replace(/\..*/, 'Z');

/** A time to move to. Why the server does not take it stands at the field, until another is typed. */
const MoveForm = ({ now, moves }: { now: number; moves: ClockMoves }) => {
  const { trouble, refused, set } = moves;
  const [time, setTime] = useState(tomorrow(now));
  const [sent, setSent] = useState<string>();
  const fault = refused === sent ? timeFault(trouble) : undefined;
  useEffect(() => {
    if (fault !== undefined) document.getElementById('move-to')?.focus();
  }, [trouble]);
  return (
    <>
      <form
        class="join"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setSent(time.trim());
          set({ now: time.trim() });
        }}
      >
        <TextField
          {...{ id: 'move-to', label: 'Move to', look: 'num', value: time, onInput: setTime }}
          error={time.trim() === sent ? fault : undefined}
          announced
        />
        <button class="btn">Move</button>
      </form>
      {trouble && fault === undefined && (
        <FailureNote what="The clock was not moved." trouble={trouble} />
      )}
    </>
  );
};

const ClockButtons = ({ frozen, set }: { frozen: boolean; set: ClockMoves['set'] }) => (
  <div class="acts">
    {steps.map(([advance, text]) => (
      <button
        key={advance}
        type="button"
        class="btn"
        onClick={() => {
          set({ advance });
        }}
      >
        {text}
      </button>
    ))}
    <button
      type="button"
      class="btn quiet"
      onClick={() => {
        set({ freeze: !frozen });
      }}
    >
      {frozen ? 'Start the clock' : 'Stop the clock'}
    </button>
  </div>
);

/** What time it is in the account, and ways to change that. */
export const ClockCard = ({ clock, moves }: { clock: ClockView; moves: ClockMoves }) => {
  const { said, set } = moves;
  const now = useServerTime(clock) ?? Date.parse(clock.now);
  return (
    <div class="card">
      <header>
        <h2>Server clock</h2>
        {stateOf(clock)}
      </header>
      <div class="pad">
        <div>
          <p class="now">{formatTimeOfDay(now)}</p>
          <p class="muted num">{formatDayOfTime(now)}, UTC</p>
        </div>
        <ClockButtons frozen={clock.frozen} set={set} />
        <MoveForm now={now} moves={moves} />
        <p class="small" role="status">
          {said}
        </p>
        <p class="small muted">
          It only goes forward. What falls due on the way happens at once: sessions expire, webhooks
          are tried again, delayed payments settle.
        </p>
      </div>
    </div>
  );
};
