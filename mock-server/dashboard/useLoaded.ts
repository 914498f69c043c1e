import { useEffect, useState } from 'preact/hooks';
import { troubleOf, type Trouble } from './api/Trouble.ts';
import type { ChangeKind } from './live/createLive.ts';
import { createRefresher } from './live/createRefresher.ts';
import { useDashboard } from './useDashboard.ts';

export interface Loaded<T> {
  readonly value: T | undefined;
  /** Only when there is no value to show. */
  readonly trouble: Trouble | undefined;
  /** The value is of the address before, until the new one has come. */
  readonly stale: boolean;
  readonly reload: () => void;
}

interface Answer<T> {
  readonly path: string;
  readonly value?: T;
  readonly trouble?: Trouble | undefined;
}

const settle = 60;

const pathname = (path: string): string => path.split('?')[0] ?? '';

/** What an address of the control plane says, asked again whenever one of `kinds` has changed. */
export const useLoaded = <T>(path: string, kinds: readonly ChangeKind[]): Loaded<T> => {
  const { api, live } = useDashboard();
  const [answer, setAnswer] = useState<Answer<T>>({ path });
  const [attempt, setAttempt] = useState(0);
  const watched = kinds.join();
  useEffect(() => {
    let stopped = false;
    const load = async (): Promise<void> => {
      const reply = await api.get(path);
      if (stopped) return;
      const trouble = troubleOf(reply);
      setAnswer((before) => {
        if (!trouble) return { path, value: reply.body as T };
        // What was there is better than nothing while the server is away.
        return before.path === path && before.value !== undefined && reply.status === 0
          ? before
          : { path, trouble };
      });
    };
    const refresh = createRefresher(load, (run) => setTimeout(run, settle));
    const stop = live.onChange((kind) => {
      if (kind === undefined || watched.split(',').includes(kind)) refresh();
    });
    void load();
    return () => {
      stopped = true;
      stop();
    };
  }, [api, live, path, watched, attempt]);
  const own = answer.path === path;
  const kin = own || pathname(answer.path) === pathname(path);
  return {
    value: kin ? answer.value : undefined,
    trouble: own ? answer.trouble : undefined,
    stale: !own,
    reload() {
      setAnswer({ path });
      setAttempt((number) => number + 1);
    },
  };
};
