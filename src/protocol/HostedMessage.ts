/**
 * Why an attempt to pay is over while the shopper may try again: the bank said no; its challenge was not passed, or was
 * given up; another price is asked for; or no bank was asked.
 */
export type DeclineReason =
  | 'declined'
  | 'authentication_failed'
  | 'authentication_abandoned'
  | 'confirmation_required'
  | 'not_attempted';

/** What a payment under way is waiting for. */
export type ProcessingStep = 'payment' | 'three_d_secure' | 'confirmation';

/**
 * What the hosted page tells the merchant page on the port. The sequence number is added by the
 * channel. Everything about money is a hint: the merchant page asks the session API before it believes.
 */
export type HostedMessage =
  /** The first whole paint, or at once when the frame has no size. `title` names the frame for assistive technology. */
  | { readonly t: 'h:ready'; readonly title: string }
  /** The height in CSS pixels that the content needs. */
  | { readonly t: 'h:resize'; readonly height: number }
  /** The order costs something else now: a promotion code, the merchant's server, another price that is offered. */
  | {
      readonly t: 'h:change';
      readonly currency: string;
      readonly amount_subtotal_atom: number;
      readonly amount_discount_atom: number;
      readonly amount_total_atom: number;
    }
  /** The shopper has typed something that would be lost. Told once in each load. */
  | { readonly t: 'h:edited' }
  /** The shopper pressed Escape, and nothing in the page used it: keys do not cross frames. */
  | { readonly t: 'h:escape' }
  /** The page has moved the focus to what the shopper has to see, so many CSS pixels below the top of the frame. */
  | { readonly t: 'h:focused'; readonly height: number }
  /** The shopper pressed Pay. */
  | { readonly t: 'h:submit' }
  | { readonly t: 'h:processing'; readonly step: ProcessingStep }
  | {
      readonly t: 'h:declined';
      readonly reason: DeclineReason;
      readonly decline_code?: string | undefined;
    }
  | { readonly t: 'h:completed' }
  | { readonly t: 'h:expired' }
  /** The shopper pressed the page's own Cancel. */
  | { readonly t: 'h:canceled' }
  /** The shopper pressed "Continue to" or "Return to"; no address, the merchant page uses the API's. */
  | { readonly t: 'h:return' }
  | { readonly t: 'h:error'; readonly code: string; readonly recoverable: boolean }
  | { readonly t: 'h:pong' }
  | { readonly t: 'h:bye' };

/**
 * What the merchant page takes of any of them: its type, which a later minor may have added, and each field that is usable.
 * Whether a failure is recoverable follows from its code.
 */
export interface HeardMessage {
  readonly t: string;
  readonly title?: string;
  readonly height?: number;
  readonly currency?: string;
  readonly amount_subtotal_atom?: number;
  readonly amount_discount_atom?: number;
  readonly amount_total_atom?: number;
  readonly step?: ProcessingStep;
  readonly reason?: DeclineReason;
  readonly decline_code?: string;
  readonly code?: string;
}
