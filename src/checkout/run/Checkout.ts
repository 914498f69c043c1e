import type { CheckoutSession } from '../../session/CheckoutSession.ts';
import type { CheckoutEventMap } from '../options/CheckoutEvents.ts';
import type { CheckoutChanges } from '../options/CheckoutOptions.ts';
import type { CheckoutPhase } from './mayFollow.ts';

/** How a checkout ended. */
export interface CheckoutResult {
  /** `completed`: paid, as the session API says. */
  readonly outcome: 'completed' | 'canceled' | 'expired';
  /** The session as it was last read. */
  readonly session?: CheckoutSession | undefined;
  /** Who says that it is completed: the merchant's own server, or the session API. */
  readonly verified?: 'api' | 'merchant' | undefined;
  /** Why it was canceled: the page's own Cancel, `close()`, or the shopper closed it. */
  readonly reason?: 'page' | 'api' | 'dismissed' | undefined;
}

/** A checkout on the page. */
export interface Checkout {
  /** The way in use: `redirect` once it goes on in the tab itself. */
  readonly mode: 'inline' | 'overlay' | 'popup' | 'redirect';
  /** Where it stands now. A phase that is over is told as an event; no event tells of the phase itself. */
  readonly phase: CheckoutPhase;
  /** The session as it was last read. */
  readonly session: CheckoutSession | undefined;
  /**
   * Resolves when the shopper can pay; without a session where only the reading of it was blocked.
   * Rejects when the checkout ends first, and is pending while trying again can help.
   */
  readonly ready: Promise<CheckoutSession | undefined>;
  /**
   * Resolves when the checkout has ended. Rejects with the error when it failed for good, with `destroyed` after
   * `destroy()`, and with `aborted` after its signal. Nobody has to listen: it is never an unhandled rejection.
   */
  readonly result: Promise<CheckoutResult>;
  /**
   * Listens to an event. Whoever comes late to `ready`, `complete`, `expire` or a final `error` is
   * called once with what happened.
   *
   * @returns the function that stops listening
   */
  on<Type extends keyof CheckoutEventMap>(
    type: Type,
    listener: (event: CheckoutEventMap[Type]) => void,
  ): () => void;
  /**
   * Changes the language, the looks or the prefilled fields.
   *
   * @throws {@link PaymentKitError} `invalid_option`
   */
  update(changes: CheckoutChanges): void;
  /**
   * Reads the session again, here and in the frame, after the merchant's server has changed it.
   *
   * @throws {@link PaymentKitError} (as a rejection) as `retrieveSession` does, and `token_unavailable` while there
   * is no token yet.
   */
  refresh(): Promise<CheckoutSession>;
  /**
   * Moves the focus into the checkout. A window that is gone is opened again, if this is called in a click and
   * the checkout is not over.
   */
  focus(): void;
  /**
   * Takes the checkout away and ends it as canceled, if it has not ended otherwise; `close` tells. It never leaves
   * the page, and does nothing while a payment is being taken.
   */
  close(): void;
  /** Stops everything at once and leaves nothing behind. May be called at any time, and again. */
  destroy(): void;
}
