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
  /** Hears how it is to be set; when it throws, as on a disk that is full, it is not. */
  onChange?: (state: ClockState) => void,
): Clock {
  let { offset, frozen_at: frozenAt } = before ?? { offset: 0, frozen_at: null };
  let latest = -Infinity;

  function become(state: ClockState): void {
    onChange?.(state);
    ({ offset, frozen_at: frozenAt } = state);
  }

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
      become(
        frozenAt === null
          ? { offset: at - realTime(), frozen_at: null }
          : { offset, frozen_at: at },
      );
    },
    setOffset(ahead) {
      become({ offset: ahead, frozen_at: frozenAt });
    },
    freeze(frozen) {
      if (frozen) become({ offset, frozen_at: now() });
      else become({ offset: frozenAt === null ? offset : frozenAt - realTime(), frozen_at: null });
    },
  };
}
