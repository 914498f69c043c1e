/** A window message, as far as its sender matters. */
export interface Envelope {
  readonly isTrusted: boolean;
  readonly source: unknown;
  readonly origin: string;
}

/**
 * Whether a window message comes from the one window and the one origin expected. Both count: an
 * origin alone admits every other tab and frame of that site, a window alone admits whatever it has
 * navigated to. The window must exist: a frame just removed has a null window and its last messages
 * have a null source. Synthetic events (`isTrusted` false) can claim any origin and source.
 */
export const isExpectedSender = (event: Envelope, window: unknown, origin: string): boolean =>
  event.isTrusted && !!window && event.source === window && event.origin === origin;
