import type { AccessOptions } from '../../options/resolveAccess.ts';
import type { Appearance, Prefill } from '../../protocol/MerchantMessage.ts';
import type { CompletionOption } from '../../return/resolveCompletion.ts';
import type { CheckoutEventHandlers } from './CheckoutEvents.ts';
import type { CheckoutTexts } from './CheckoutTexts.ts';
import type { TimelineEntry } from './TimelineEntry.ts';

/** What can change while a checkout is on the page. */
export interface CheckoutChanges {
  /**
   * A BCP 47 language tag, or `auto`: the language of the page, then that of the browser.
   *
   * @default 'auto'
   */
  readonly locale?: string | undefined;
  /** How the hosted page looks. @default the colour scheme of the page, PaymentKit's own accent */
  readonly appearance?: Appearance | undefined;
  /** What the shopper need not type again. It never overrides the customer of the session. */
  readonly prefill?: Prefill | undefined;
}

/** Everything a checkout in a frame takes. */
export interface CheckoutOptions extends AccessOptions, CheckoutChanges, CheckoutEventHandlers {
  /** The SDK's own texts. The hosted page brings its own, in the shopper's language. @default English */
  readonly texts?: Partial<CheckoutTexts> | undefined;
  /**
   * What follows `complete` and the page's own Cancel: `auto` goes to the session's `success_url` or
   * `return_url`, `never` stays.
   *
   * @default 'auto'
   */
  readonly redirect?: 'auto' | 'never' | undefined;
  /** Tells the merchant's own server that the session is completed, before `complete` fires. */
  readonly completion?: CompletionOption | undefined;
  /**
   * How long the page in the frame may take to be ready, and before that a function for the token to answer, in
   * milliseconds of visible time each. After it `error` tells of `load_timeout`, or of `token_unavailable`.
   *
   * @default 15_000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * The height reserved until the page says what it needs, in CSS pixels.
   *
   * @default 560
   */
  readonly initialHeight?: number | undefined;
  /**
   * What shows until the page is ready: the SDK's skeleton, a node of your own, or nothing.
   *
   * @default 'skeleton'
   */
  readonly loading?: 'skeleton' | Node | false | undefined;
  /** Destroys the checkout. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Writes a timeline to the console, or hands it to a function, and sets performance marks named
   * `paymentkit:*`. Nothing in it is secret.
   *
   * @default false
   */
  readonly debug?: boolean | ((entry: TimelineEntry) => void) | undefined;
}
