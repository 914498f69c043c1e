import type { PaymentKitError } from '../../errors/PaymentKitError.ts';
import type { EventsOf } from '../../events/createEmitter.ts';
import type { DeclineReason, ProcessingStep } from '../../protocol/HostedMessage.ts';
import type { CheckoutSession } from '../../session/CheckoutSession.ts';

/** What can be worth knowing without stopping anybody. */
export type CheckoutWarningCode =
  | 'completion_not_confirmed'
  | 'confirmation_unavailable'
  | 'api_unreachable'
  | 'connection_lost'
  | 'connection_restored'
  | 'slow'
  | 'self_host'
  | 'resize_loop'
  | 'popup_detached'
  | 'version_skew';

/** What each event carries. */
export interface CheckoutEventData {
  /** The page has painted and the session was read. Default: the skeleton gives way. */
  ready: {
    /** The session; `undefined` where only the reading of it was blocked. */
    readonly session: CheckoutSession | undefined;
  };
  /** The content needs another height. Default: the frame takes it. */
  resize: {
    /** In whole CSS pixels, at most 10 000. */
    readonly height: number;
  };
  /**
   * The order costs something else now: by a promotion code, by your server, or as another price that is offered. Amounts
   * are integers in atomic units, for example cents.
   */
  change: {
    /** Lower-case ISO 4217. */
    readonly currency: string;
    readonly amount_subtotal_atom: number;
    readonly amount_discount_atom: number;
    readonly amount_total_atom: number;
  };
  /** The shopper pressed Pay. Nobody can close the checkout until the attempt is over. */
  submit: object;
  /** A payment is under way. */
  processing: {
    /** What it is waiting for. */
    readonly step: ProcessingStep;
  };
  /** The attempt is over and the shopper may try again. A decline is no error. */
  decline: {
    /** Why, in a word. */
    readonly reason: DeclineReason;
    /** The bank's word, for example `insufficient_funds`; or how its challenge ended, `authentication_timeout`. */
    readonly declineCode?: string | undefined;
  };
  /** Paid: the session API says so. Fires exactly once. Default: on to `success_url`. */
  complete: {
    readonly session: CheckoutSession;
    /**
     * Who says so: `merchant` when your own server does, by a 2xx to your `completion` or a function there that
     * resolved; else `api`, the session API alone.
     */
    readonly verified: 'api' | 'merchant';
  };
  /** The shopper pressed the page's own Cancel. Default: on to `return_url`. */
  cancel: { readonly reason: 'page' };
  /** The session's time is over. To go on, start another checkout with a new session. */
  expire: { readonly session: CheckoutSession };
  /** The checkout is gone from the page. Nothing follows but a `complete` that your server is still being told of. */
  close: {
    /**
     * `dismissed`: by the shopper. `api`: by `close()`. The others: by either, after the checkout had ended so.
     */
    readonly reason: 'dismissed' | 'completed' | 'canceled' | 'expired' | 'api' | 'error';
  };
  /** `startCheckout` goes on in another way. Default: it does. */
  fallback: {
    readonly from: 'inline' | 'overlay' | 'popup';
    readonly to: 'popup' | 'redirect';
    /** What does not work where it was. */
    readonly reason:
      | 'in_app_browser'
      | 'frame_blocked'
      | 'load_timeout'
      | 'unsupported_version'
      | 'insecure_context'
      | 'popup_blocked';
  };
  /** Worth knowing, and nothing stops for it. */
  warning: { readonly code: CheckoutWarningCode };
  /** It failed. Default: the error panel takes the frame's place, with "Try again" where that can help. */
  error: {
    /** What is wrong; `recoverable` says whether the checkout can go on. */
    readonly error: PaymentKitError;
  };
}

/** Every event by its name. */
export type CheckoutEventMap = EventsOf<CheckoutEventData>;

/** A handler option for each event: `onReady` is the same as `on('ready', …)`. */
export interface CheckoutEventHandlers {
  /** The page has painted and the session was read. */
  readonly onReady?: ((event: CheckoutEventMap['ready']) => void) | undefined;
  /** The content needs another height. */
  readonly onResize?: ((event: CheckoutEventMap['resize']) => void) | undefined;
  /** The order costs something else now: by a promotion code, by your server, or as another price that is offered. */
  readonly onChange?: ((event: CheckoutEventMap['change']) => void) | undefined;
  /** The shopper pressed Pay. */
  readonly onSubmit?: ((event: CheckoutEventMap['submit']) => void) | undefined;
  /** A payment is under way, and waits for this. */
  readonly onProcessing?: ((event: CheckoutEventMap['processing']) => void) | undefined;
  /** The attempt is over and the shopper may try again. */
  readonly onDecline?: ((event: CheckoutEventMap['decline']) => void) | undefined;
  /** Paid: the session API says so. Called exactly once; preventing it keeps the shopper on the page. */
  readonly onComplete?: ((event: CheckoutEventMap['complete']) => void) | undefined;
  /** The shopper pressed the page's own Cancel. */
  readonly onCancel?: ((event: CheckoutEventMap['cancel']) => void) | undefined;
  /** The session's time is over. */
  readonly onExpire?: ((event: CheckoutEventMap['expire']) => void) | undefined;
  /** The checkout is gone from the page. */
  readonly onClose?: ((event: CheckoutEventMap['close']) => void) | undefined;
  /** `startCheckout` goes on in another way, unless this is prevented. */
  readonly onFallback?: ((event: CheckoutEventMap['fallback']) => void) | undefined;
  /** Worth knowing, and nothing stops for it. */
  readonly onWarning?: ((event: CheckoutEventMap['warning']) => void) | undefined;
  /** It failed; preventing it shows no error panel. */
  readonly onError?: ((event: CheckoutEventMap['error']) => void) | undefined;
}
