import type { AccountChange } from '../../domain/changes/AccountChange.ts';
import { readMessages } from './readMessages.ts';

/** What a view can be made of. An account that was reset is made of nothing that was there. */
export type ChangeKind = Exclude<AccountChange['kind'], 'account'>;

export type LiveStatus = 'connecting' | 'live' | 'reconnecting';

/** What changes on the server, as it happens. */
export interface Live {
  readonly status: () => LiveStatus;
  readonly onStatus: (listener: () => void) => () => void;
  /** Called with what has changed; with nothing when anything may have. */
  readonly onChange: (listener: (kind: ChangeKind | undefined) => void) => () => void;
  readonly close: () => void;
}

interface LiveOptions {
  readonly open: (signal: AbortSignal) => Promise<Response>;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

const shortestWait = 500;
const longestWait = 8_000;

/** Nothing once the whole account was reset: then anything may be different. */
const kindOf = (data: string): ChangeKind | undefined => {
  const { kind } = JSON.parse(data) as AccountChange;
  return kind === 'account' ? undefined : kind;
};

const createListeners = <T>() => {
  const listeners = new Set<(value: T) => void>();
  return {
    add: (listener: (value: T) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell: (value: T) => {
      for (const listener of [...listeners]) listener(value);
    },
  };
};

/** Runs `follow` until told to stop, with pauses that grow while it does not get through. */
const keepOn = async (
  { wait }: Pick<LiveOptions, 'wait'>,
  signal: AbortSignal,
  follow: (connected: () => void) => Promise<void>,
  lost: () => void,
): Promise<void> => {
  let pause = shortestWait;
  const isOver = (): boolean => signal.aborted;
  while (!isOver()) {
    await follow(() => (pause = shortestWait)).catch(() => undefined);
    if (isOver()) return;
    lost();
    await wait(pause, signal);
    pause = Math.min(pause * 2, longestWait);
  }
};

/** Follows the server's stream and connects again, later each time, when it breaks off. */
export const createLive = ({ open, wait }: LiveOptions): Live => {
  const stopped = new AbortController();
  const { signal } = stopped;
  const statuses = createListeners<undefined>();
  const changes = createListeners<ChangeKind | undefined>();
  let status: LiveStatus = 'connecting';

  const enter = (next: LiveStatus): void => {
    const missed = status === 'reconnecting' && next === 'live';
    status = next;
    statuses.tell(undefined);
    if (missed) changes.tell(undefined);
  };

  const follow = async (connected: () => void): Promise<void> => {
    const { ok, body } = await open(signal);
    if (!ok || !body) return;
    connected();
    enter('live');
    for await (const { event, data } of readMessages(body)) {
      if (event === 'change') changes.tell(kindOf(data));
    }
  };

  void keepOn({ wait }, signal, follow, () => {
    enter('reconnecting');
  });

  return {
    status: () => status,
    onStatus: statuses.add,
    onChange: changes.add,
    close: () => {
      stopped.abort();
    },
  };
};
