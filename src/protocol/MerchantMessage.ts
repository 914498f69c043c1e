/** How the hosted page looks. The three styles are CSS values, applied only where the browser takes them. */
export interface Appearance {
  /**
   * The colour scheme.
   *
   * @default 'auto', that of the page around the checkout
   */
  readonly theme?: 'light' | 'dark' | 'auto' | undefined;
  /** A CSS colour for the primary button and the focus ring, for example `#0b5d4b`. */
  readonly accentColor?: string | undefined;
  /** A CSS length for the corners of fields and buttons, for example `4px`. */
  readonly radius?: string | undefined;
  /** A CSS font family that the shopper's device has, for example `Georgia, serif`. */
  readonly fontFamily?: string | undefined;
}

/** What the shopper need not type again. It never overrides the customer of the session. */
export interface Prefill {
  /** The shopper's e-mail address. */
  readonly email?: string | undefined;
  /** The name on the card. */
  readonly name?: string | undefined;
  /** The postal code that belongs to the card. */
  readonly postalCode?: string | undefined;
}

/** What can change while a checkout is on the page. */
export interface HostedChanges {
  /** A BCP 47 language tag. */
  readonly locale?: string | undefined;
  readonly appearance?: Appearance | undefined;
  readonly prefill?: Prefill | undefined;
}

/** What the hosted page receives first. */
export interface HostedInit extends HostedChanges {
  /** The secure token of the session. A page whose own address holds it gets none. */
  readonly token?: string | undefined;
  /** Where the page is shown. */
  readonly mode: 'inline' | 'overlay' | 'popup';
  /** With `never` the page shows no way back: the merchant page stays. */
  readonly redirect: 'auto' | 'never';
}

/** What the merchant page tells the hosted page on the port. The sequence number is added by the channel. */
export type MerchantMessage =
  | ({ readonly t: 's:init' } & HostedInit)
  | ({ readonly t: 's:update' } & HostedChanges)
  /** Read the session again: the merchant's server changed it. */
  | { readonly t: 's:refresh' }
  | { readonly t: 's:focus' }
  /** A frame prepared out of sight is shown now. */
  | { readonly t: 's:show' }
  | { readonly t: 's:close'; readonly reason: string }
  | { readonly t: 's:ping' };
