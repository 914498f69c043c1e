/** The words that the SDK shows or gives to assistive technology itself. */
export interface CheckoutTexts {
  /** The frame's title until the page in it says its own. */
  readonly title: string;
  /** Read out while the checkout loads. */
  readonly loading: string;
  /** The heading of the error panel. */
  readonly failed: string;
  /** Below `failed` when trying again can help. */
  readonly failedHint: string;
  /** After it, or alone, where the session was read and is not being paid: before that nobody knows. */
  readonly notCharged: string;
  /** The button of the error panel, where trying again can help. */
  readonly retry: string;
  /** The link of the error panel to the complete hosted page. */
  readonly openInNewPage: string;
  /** The button by which `startCheckout` goes on in a window, or in the tab itself. */
  readonly continue: string;
  /** The name of the overlay's close button. */
  readonly close: string;
  /** The same while a payment is being taken. */
  readonly closeLocked: string;
  /** Said when closing would lose what the shopper has typed; closing again means it. */
  readonly confirmClose: string;
}

/** What the words of a checkout in a frame are, unless others are given. */
export const frameTexts = {
  title: 'Checkout',
  loading: 'Loading checkout…',
  failed: 'The checkout could not be loaded',
  failedHint: 'Check your connection, then try again.',
  notCharged: 'You have not been charged.',
  retry: 'Try again',
  openInNewPage: 'Open in a new page',
};

/** Those of the overlay besides: what a page does not use it does not load. */
export const overlayTexts = {
  close: 'Close checkout',
  closeLocked: 'Close checkout: locked while your payment is taken',
  confirmClose: 'What you entered will be lost.',
};

export type OverlayTexts = typeof frameTexts & typeof overlayTexts;

/** Those of a checkout that can go on elsewhere. */
export const ladderTexts = { continue: 'Continue to secure checkout' };
