import type { HttpListener } from './listenHttp.ts';

interface Where {
  readonly port?: number;
  readonly host?: string;
}

/** What listens, or is about to. */
export interface Listeners {
  isEmpty(): boolean;
  /** Of the first one. */
  origin(): Promise<string | undefined>;
  add(where: Where): Promise<string>;
  /** Also those that are about to. Who asked for one that could not listen was told. */
  closeAll(): Promise<unknown>;
}

export function createListeners(start: (where: Where) => Promise<HttpListener>): Listeners {
  const all = new Set<Promise<HttpListener>>();

  async function close(listener: Promise<HttpListener>): Promise<void> {
    all.delete(listener);
    await (await listener).close();
  }

  return {
    isEmpty: () => all.size === 0,
    async origin() {
      const [first] = all;
      return (await first)?.origin;
    },
    async add(where) {
      const listener = start(where);
      all.add(listener);
      try {
        return (await listener).origin;
      } catch (error) {
        all.delete(listener);
        throw error;
      }
    },
    closeAll: () => Promise.allSettled([...all].map(close)),
  };
}
