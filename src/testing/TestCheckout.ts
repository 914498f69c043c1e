import type { Checkout } from '../checkout/run/Checkout.ts';
import type { CheckoutEventMap } from '../checkout/options/CheckoutEvents.ts';
import type { DeclineReason } from '../protocol/HostedMessage.ts';
import type { CheckoutSession } from '../session/CheckoutSession.ts';

/** What a test checkout begins with. */
export interface TestCheckoutOptions {
  /** What the session API says: an open session over $68.00 of "Alder Press", with these changes. */
  readonly session?: Partial<CheckoutSession> | undefined;
  /**
   * The address of the page under test, for `completion.endpoint` and `handleCheckoutReturn`.
   *
   * @default 'https://shop.example/checkout'
   */
  readonly page?: string | undefined;
}

/** One post of a completion to the merchant's server. */
export interface TestCompletion {
  /** Where it went, resolved against the page. */
  readonly url: string;
  readonly sessionId: string;
  /** What it carried, by their lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
}

/** How a payment is declined. */
export interface TestDecline {
  /**
   * Why the attempt is over.
   *
   * @default 'declined'
   */
  readonly reason?: DeclineReason | undefined;
  /**
   * What the bank says.
   *
   * @default 'generic_decline', where the reason is `declined`
   */
  readonly declineCode?: string | undefined;
}

/**
 * The shopper, the hosted page, the network and the clock of one test. Each step waits until everything
 * that follows from it has happened, and rejects with what a listener of the page has thrown.
 */
export interface TestCheckout {
  /** The checkout that the page under test made last. */
  readonly checkout: Checkout | undefined;
  /** What the session API says now. */
  readonly session: CheckoutSession;
  /** Every event of every checkout so far. */
  readonly events: readonly CheckoutEventMap[keyof CheckoutEventMap][];
  /** The completions that the page posted to the merchant's server. */
  readonly completions: readonly TestCompletion[];
  /** Where the page went, in order: to the hosted page, to `success_url`, to `return_url`. */
  readonly visits: readonly string[];
  /** Where it went last. */
  readonly redirectedTo: string | undefined;
  /** The address of the page under test; after a redirect and its end, where the shopper came back to. */
  readonly page: string;

  /** The hosted page loads, and the shopper can pay. The steps below do this first where it is needed. */
  ready(): Promise<void>;
  /** The shopper pays, or passes the challenge. After `redirectToCheckout`: pays, and comes back. */
  complete(): Promise<void>;
  /** The payment is declined, or the challenge failed; the shopper may try again. */
  decline(how?: TestDecline): Promise<void>;
  /** The bank asks: 3-D Secure is shown. Then `complete()`, or `decline()` with a reason. */
  challenge(): Promise<void>;
  /** The bank has not answered yet, and the hosted page says so. Then `complete()` or `decline()`. */
  delay(): Promise<void>;
  /** The shopper applies a promotion code, or takes it away: the session is now so, and `change` tells its amounts. */
  applyCode(session: Partial<CheckoutSession>): Promise<void>;
  /** The shopper loads the hosted page again, in its frame or window: a payment under way goes on, and says so. */
  reload(): Promise<void>;
  /** The shopper presses the page's own Cancel. */
  cancel(): Promise<void>;
  /**
   * The shopper closes the dialog of `openCheckout`, where while a payment is being taken nothing happens, or the
   * window of `popupCheckout`.
   */
  dismiss(): Promise<void>;
  /** The session's time is over; in a challenge the shopper has given that up before. */
  expire(): Promise<void>;
  /**
   * The shopper pays in another tab or on another device, and comes back to this page. What was under way here goes no
   * further.
   */
  payElsewhere(): Promise<void>;
  /**
   * The hosted page does not load. A checkout that is loading runs into its `timeoutMs`; by `frame_blocked` it fails at
   * once, as where the page's own Content-Security-Policy forbids the frame.
   */
  failToLoad(why?: 'load_timeout' | 'frame_blocked'): Promise<void>;
  /** The shopper presses "Try again" below an error. */
  tryAgain(): Promise<void>;
  /** The shopper presses "Continue to secure checkout", by which `startCheckout` goes on in a window or in the tab. */
  goOn(): Promise<void>;
  /** The network is gone: reads, posts and the hosted page fail until `goOnline()`. */
  goOffline(): Promise<void>;
  /** The network is back. */
  goOnline(): Promise<void>;
  /** From now on the browser opens no window: `popupCheckout` fails with `popup_blocked`. */
  blockPopups(): void;
  /** From now on each answer, and the hosted page, takes this many milliseconds of the test's clock. */
  slow(milliseconds: number): void;
  /**
   * What the session API says from now on, as after a change by the merchant's server. The hosted page shows another
   * total, and `change` tells it, after `refresh()` of the checkout. Without that Pay finds out: the first press is
   * declined with `not_attempted`, and the shopper presses again. With `price_changed` it is an order in place of one
   * that was declined: a cheaper one is charged by `complete()`, a dearer one asked for by `decline()` with
   * `confirmation_required`.
   */
  change(session: Partial<CheckoutSession>): void;
  /** The status that the merchant's server answers completions with from now on. */
  answerCompletions(status: number): void;
  /**
   * The status that the session API answers reads with from now on: 401 is `token_rejected`, 403 `origin_not_allowed`, and
   * any other from 300 `api_error`. With 200 all is well again.
   */
  answerReads(status: number): void;
  /** Moves the clock of the checkout. It stands still otherwise, whatever timers the test runner fakes. */
  advance(milliseconds: number): Promise<void>;
}
