/** An account's time: real time plus an offset. It can be moved forward or stopped, and never goes back. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  readonly frozen: boolean;
  /** How far ahead of real time it is, in milliseconds. */
  readonly offset: number;
  /** Moves it to `at`. The caller has checked that this is not the past. */
  set(at: number): void;
  freeze(frozen: boolean): void;
}

export function createClock(realTime: () => number): Clock {
  let offset = 0;
  let frozenAt: number | undefined;
  let latest = -Infinity;

  function now(): number {
    // The system's clock may be set back; ours stands still until it has caught up.
    latest = Math.max(latest, frozenAt ?? realTime() + offset);
    return latest;
  }

  return {
    now,
    get frozen() {
      return frozenAt !== undefined;
    },
    get offset() {
      return frozenAt === undefined ? offset : frozenAt - realTime();
    },
    set(at) {
      if (frozenAt === undefined) offset = at - realTime();
      else frozenAt = at;
    },
    freeze(frozen) {
      if (frozen) {
        frozenAt = now();
      } else if (frozenAt !== undefined) {
        offset = frozenAt - realTime();
        frozenAt = undefined;
      }
    },
  };
}
