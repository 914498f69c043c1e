/** The server's time, as far as the page can know it: a shopper's clock may be wrong, and a test's clock may be moved. */
export interface ServerClock {
  readonly now: () => number;
  /** Learns the time from an answer. */
  readonly set: (serverTime: string) => void;
}

export const createServerClock = (): ServerClock => {
  let offset = Date.now() - performance.now();
  return {
    now: () => performance.now() + offset,
    set(serverTime) {
      const time = Date.parse(serverTime);
      if (Number.isFinite(time)) offset = time - performance.now();
    },
  };
};
