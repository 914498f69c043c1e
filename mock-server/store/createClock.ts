/** An account's time: real time plus an offset. It can be moved forward or stopped, and never goes back. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  readonly frozen: boolean;
  /** How far ahead of real time it is, in milliseconds. */
  readonly offset: number;
  /** Moves it to `at`. The caller has checked that this is not the past. */
  set(at: number): void;
  /** Moves one that ticks to exactly so many milliseconds ahead of real time. */
  setOffset(ahead: number): void;
  freeze(frozen: boolean): void;
}

/** What makes a clock the same again after a restart. */
export interface ClockState {
  readonly offset: number;
  readonly frozen_at: number | null;
}

export function createClock(
  realTime: () => number,
  before?: ClockState,
  /** Hears how it is set. */
  onChange?: (state: ClockState) => void,
): Clock {
  let { offset, frozen_at: frozenAt } = before ?? { offset: 0, frozen_at: null };
  let latest = -Infinity;

  const changed = (): void => onChange?.({ offset, frozen_at: frozenAt });

  function now(): number {
    // The system's clock may be set back; ours stands still until it has caught up.
    latest = Math.max(latest, frozenAt ?? realTime() + offset);
    return latest;
  }

  return {
    now,
    get frozen() {
      return frozenAt !== null;
    },
    get offset() {
      return frozenAt === null ? offset : frozenAt - realTime();
    },
    set(at) {
      if (frozenAt === null) offset = at - realTime();
      else frozenAt = at;
      changed();
    },
    setOffset(ahead) {
      offset = ahead;
      changed();
    },
    freeze(frozen) {
      if (frozen) {
        frozenAt = now();
      } else if (frozenAt !== null) {
        offset = frozenAt - realTime();
        frozenAt = null;
      }
      changed();
    },
  };
}
