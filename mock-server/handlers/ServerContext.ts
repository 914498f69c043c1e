import type { Store } from '../store/createStore.ts';
import type { HostedPages } from './HostedPages.ts';

/** What every handler may use. */
export interface ServerContext {
  readonly store: Store;
  readonly newRequestId: () => string;
  /** Loaded when the first page is asked for: most requests want none. */
  readonly loadPages: () => Promise<HostedPages>;
  /** Told of what should not happen. Never given a body, a key or a token. */
  readonly reportError: (error: unknown) => void;
}
