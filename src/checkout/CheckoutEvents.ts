import type { PaymentKitError } from '../errors/PaymentKitError.ts';
import type { EventsOf } from '../events/createEmitter.ts';
import type { DeclineReason, ProcessingStep } from '../protocol/HostedMessage.ts';
import type { CheckoutSession } from '../session/CheckoutSession.ts';

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
  ready: { readonly session: CheckoutSession | undefined };
  /** The content needs this height, in CSS pixels. Default: the frame takes it. */
  resize: { readonly height: number };
  /** A promotion code came or went. Amounts in atomic units. */
  change: {
    readonly currency: string;
    readonly amount_subtotal_atom: number;
    readonly amount_discount_atom: number;
    readonly amount_total_atom: number;
  };
  /** The shopper pressed Pay. */
  submit: object;
  /** What the payment is waiting for. */
  processing: { readonly step: ProcessingStep };
  /** The attempt is over and the shopper may try again. */
  decline: { readonly reason: DeclineReason; readonly declineCode?: string | undefined };
  /** Paid: the session API says so. Fires exactly once. Default: on to `success_url`. */
  complete: { readonly session: CheckoutSession; readonly verified: 'api' | 'merchant' };
  /** The shopper pressed the page's own Cancel. Default: on to `return_url`. */
  cancel: { readonly reason: 'page' };
  /** The session's time is over. */
  expire: { readonly session: CheckoutSession };
  /** The frame is taken away. */
  close: { readonly reason: 'dismissed' | 'completed' | 'canceled' | 'expired' | 'api' | 'error' };
  /** `startCheckout` goes on in another way. Default: it does. */
  fallback: {
    readonly from: 'inline' | 'overlay' | 'popup';
    readonly to: 'popup' | 'redirect';
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
  /** Default: the error panel takes the frame's place. */
  error: { readonly error: PaymentKitError };
}

/** Every event by its name. */
export type CheckoutEventMap = EventsOf<CheckoutEventData>;

/** A handler option for each event: `onReady` is the same as `on('ready', …)`. */
export type CheckoutEventHandlers = {
  readonly [Type in keyof CheckoutEventMap as `on${Capitalize<Type>}`]?:
    ((event: CheckoutEventMap[Type]) => void) | undefined;
};
