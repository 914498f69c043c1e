import type { Checkout } from '../checkout/run/Checkout.ts';
import type { PreparedCheckout } from '../checkout/prepareCheckout.ts';
import type { CheckoutTexts } from '../checkout/options/CheckoutTexts.ts';
import type { CheckoutEventMap } from '../checkout/options/CheckoutEvents.ts';
import type { ProcessingStep } from '../protocol/HostedMessage.ts';
import type { CheckoutSession } from '../session/CheckoutSession.ts';
import type { FakeFrame, FakeHostedPage } from './fakes/createFakeFrame.ts';
import type { FakePopup } from './fakes/createFakePopup.ts';
import type { FakePage } from './fakes/createFakePlatform.ts';
import type { TestCompletion } from './TestCheckout.ts';

/** A checkout that the page under test made, and how long its frame may take. */
export interface KeptCheckout {
  readonly checkout: Checkout;
  readonly timeoutMs: number;
  /** Its own words on the page. */
  readonly texts: Partial<CheckoutTexts>;
  /** How many frames and windows there were before it: those are of others. */
  readonly before: Places;
  /** The element that its frame stands in. Frames of one task come in any order: each waits for a digest. */
  readonly target: Element | undefined;
}

/** Where a hosted page can be. */
export type Place = FakeFrame | FakePopup;

/** How many frames and windows have been made. */
export interface Places {
  readonly frames: number;
  readonly popups: number;
}

/** Everything around one page under test. */
export interface TestWorld {
  readonly page: FakePage;
  readonly kept: KeptCheckout[];
  /** Those that were prepared, whether they have begun or not. */
  readonly prepared: PreparedCheckout[];
  readonly events: CheckoutEventMap[keyof CheckoutEventMap][];
  readonly completions: TestCompletion[];
  /** The hosted page in each frame or window that has loaded one. */
  readonly hosted: WeakMap<Place, FakeHostedPage>;
  /** The total that each hosted page shows. */
  readonly totals: WeakMap<FakeHostedPage, number>;
  session: CheckoutSession;
  /** What a payment that is under way waits for. */
  step: ProcessingStep | undefined;
  /** How many steps are being taken: one, unless the test does not wait for each. */
  steps: number;
  /** How many functions of the page have not ended: its listeners, and what confirms a payment. */
  waiting: number;
  /** Another test has begun. */
  isOver: boolean;
  /** How long each answer takes, in milliseconds of the fake clock. */
  latency: number;
  completionStatus: number;
  readStatus: number;
}
