import type { OverlayOptions } from './OverlayOptions.ts';

/** Everything a checkout takes that finds its own way. */
export interface StartOptions extends OverlayOptions {
  /**
   * How to check out. `auto` shows it in `target`, or over the page where there is none; where a frame does not
   * work it goes on in a window, and where that does not, in the tab itself. The others are that way and no
   * other.
   *
   * @default 'auto'
   */
  readonly mode?: 'auto' | 'inline' | 'overlay' | 'popup' | 'redirect' | undefined;
  /** For `inline` and `auto`: an element of the page, or a selector that finds it, to show the checkout in. */
  readonly target?: string | Element | undefined;
}
