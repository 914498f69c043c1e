import type { Store } from '../store/createStore.ts';
import type { Worlds } from '../webhooks/createWorlds.ts';

/** What every handler may use. */
export interface ServerContext {
  readonly store: Store;
  readonly worlds: Pick<Worlds, 'changes' | 'follow' | 'idle' | 'moveClock'>;
  readonly newRequestId: () => string;
  /** Told of what should not happen. Never given a body, a key or a token. */
  readonly reportError: (error: unknown) => void;
}
