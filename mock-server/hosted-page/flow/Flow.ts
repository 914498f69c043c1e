import type { HostedMessage } from 'paymentkit-js/hosted';
import type { CheckoutApi } from '../api/createCheckoutApi.ts';
import type { Session } from '../api/Session.ts';
import type { Store } from '../state/createStore.ts';
import type { ServerClock } from './createServerClock.ts';

/** What every step of the checkout works with. */
export interface Flow {
  readonly store: Store;
  readonly api: CheckoutApi;
  readonly clock: ServerClock;
  /** Tells the merchant's page; nothing happens where there is none. */
  readonly send: (message: HostedMessage) => void;
  /** Whether the page stands alone, also in a window whose opener is gone: then it goes to the merchant's addresses itself. */
  readonly alone: () => boolean;
  /** The origin of the merchant's page, where there is one. */
  readonly around: () => string | undefined;
  readonly go: (url: string) => void;
  readonly reload: () => void;
  /** Puts the merchant's colours on before anything of the session is shown. Never rejects. */
  readonly dress: (session?: Session) => Promise<void>;
  /** Ends every wait and every request. */
  readonly signal: AbortSignal;
}
