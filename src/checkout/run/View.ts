import type { CheckoutPhase } from './mayFollow.ts';
import type { Run } from './Run.ts';

/** What the error panel offers. */
export interface ErrorPanel {
  /** Given when trying again can help. */
  readonly retry?: (() => void) | false;
  /** The API said last that nobody pays. Until it has, nobody knows what a page before this one has done. */
  readonly open: boolean;
  /** The complete hosted page, where there is one to go to. */
  readonly address: string | false | undefined;
}

export type Theme = 'light' | 'dark';

/** What a checkout shows in its place on the page. */
export interface View {
  readonly root: HTMLElement;
  /** Shows that it loads, over the frame if there is one, and reserves the height. */
  load(run: Run): void;
  /** Puts a frame in place, unseen below what shows that it loads. */
  place(frame: HTMLIFrameElement): void;
  resize(height: number): void;
  /** The frame takes over. */
  reveal(): void;
  /** Takes the frame away; the panel, or nothing, stands in its place. */
  fail(panel: ErrorPanel | false): void;
  /** Puts on a theme and says which it is: `auto` is the colour scheme of the page around. */
  theme(theme: Theme | 'auto'): Theme | 'auto';
  /** Moves the focus into the hosted page, and a window to the front. */
  focus(): void;
  /** Learns where the checkout stands, before anybody is told. */
  phase?(phase: CheckoutPhase): void;
  /** Hears each message of the hosted page by its name: some are for the place alone, such as a press of Escape. */
  hear?(t: string): void;
  /** Brings into view what is so far below the top of the frame. */
  seek?(height: number): void;
  /** The shopper has canceled, and no address follows. */
  end?(): void;
  remove(): void;
}
