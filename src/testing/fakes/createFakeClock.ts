interface Timer {
  readonly id: number;
  readonly due: number;
  readonly callback: () => void;
  readonly isLimit?: boolean;
}

/** A clock that only moves when it is told to. */
export interface FakeClock {
  readonly now: () => number;
  readonly setTimeout: (callback: () => void, milliseconds?: number) => number;
  readonly clearTimeout: (id: number) => void;
  /** As that of `AbortSignal`: nobody can clear it, and nobody has to. */
  readonly timeout: (milliseconds: number) => AbortSignal;
  /** How many timers wait that somebody has to clear. */
  readonly pending: () => number;
  /** Lets everything run that waits for no clock. */
  readonly settle: () => Promise<void>;
  /** Moves on and runs what falls due, in its order, with what each timer sets off in between. */
  readonly advance: (milliseconds: number) => Promise<void>;
}

/** `nextTask` ends in a later task of the real event loop: what waits for real work gets done. */
export function createFakeClock(nextTask: () => Promise<void>): FakeClock {
  let time = 1000;
  let last = 0;
  const timers = new Map<number, Timer>();
  const next = (until: number): Timer | undefined =>
    [...timers.values()].filter(({ due }) => due <= until).sort((a, b) => a.due - b.due)[0];
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 5; round++) await nextTask();
  };
  return {
    settle,
    now: () => time,
    setTimeout: (callback, milliseconds = 0) => {
      const id = ++last;
      timers.set(id, { id, due: time + milliseconds, callback });
      return id;
    },
    clearTimeout: (id) => void timers.delete(id),
    timeout: (milliseconds) => {
      const over = new AbortController();
      const id = ++last;
      const callback = (): void => over.abort();
      timers.set(id, { id, due: time + milliseconds, callback, isLimit: true });
      return over.signal;
    },
    pending: () => [...timers.values()].filter(({ isLimit }) => !isLimit).length,
    advance: async (milliseconds) => {
      const until = time + milliseconds;
      await settle();
      for (let timer = next(until); timer; timer = next(until)) {
        time = Math.max(time, timer.due);
        timers.delete(timer.id);
        timer.callback();
        await settle();
      }
      time = until;
    },
  };
}
