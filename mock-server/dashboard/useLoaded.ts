import { useEffect, useState } from 'preact/hooks';
import type { Reply } from '../page-parts/requestReply.ts';
import type { Api } from './api/createApi.ts';
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
  /** Begins anew, as if it had not been asked before. */
  readonly reload: () => void;
  /** Asks again and keeps what is shown until the answer is there. */
  readonly refresh: () => void;
}

interface Answer<T> {
  readonly path: string;
  readonly value?: T;
  readonly trouble?: Trouble | undefined;
}

const settle = 60;

const pathname = (path: string): string => path.split('?')[0] ?? '';

/** What was there is better than nothing while the server is away. */
const nextAnswer = <T>(before: Answer<T>, path: string, reply: Reply): Answer<T> => {
  const trouble = troubleOf(reply);
  if (!trouble) return { path, value: reply.body as T };
  const isKept = reply.status === 0 && before.path === path && before.value !== undefined;
  return isKept ? before : { path, trouble };
};

/** What is shown at an address: until its answer has come, that of the same list elsewhere. */
const shownOf = <T>(answer: Answer<T>, path: string) => {
  const own = answer.path === path;
  const kin = own || pathname(answer.path) === pathname(path);
  return {
    value: kin ? answer.value : undefined,
    trouble: own ? answer.trouble : undefined,
    stale: !own,
  };
};

const readOne = (api: Api, path: string): Promise<Reply> => api.get(path);

/**
 * What an address of the control plane says, asked again whenever one of `kinds` has changed. `read`: another way to ask,
 * the same each time.
 */
export const useLoaded = <T>(
  path: string,
  kinds: readonly ChangeKind[],
  read: (api: Api, path: string) => Promise<Reply> = readOne,
): Loaded<T> => {
  const { api, live } = useDashboard();
  const [answer, setAnswer] = useState<Answer<T>>({ path });
  const [attempt, setAttempt] = useState(0);
  const watched = kinds.join();
  useEffect(() => {
    let stopped = false;
    const load = async (): Promise<void> => {
      const reply = await read(api, path);
      if (!stopped) setAnswer((before) => nextAnswer(before, path, reply));
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
  }, [api, live, path, watched, attempt, read]);
  const refresh = (): void => {
    setAttempt((number) => number + 1);
  };
  return {
    ...shownOf(answer, path),
    refresh,
    reload() {
      setAnswer({ path });
      refresh();
    },
  };
};
