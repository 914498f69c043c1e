import type { Checkout } from '../checkout/run/Checkout.ts';
import type { PreparedCheckout } from '../checkout/prepareCheckout.ts';
import type { CheckoutTexts } from '../checkout/options/CheckoutTexts.ts';
import type { CheckoutEventMap } from '../checkout/options/CheckoutEvents.ts';
import type { ProcessingStep } from '../protocol/HostedMessage.ts';
import type { CheckoutSession } from '../session/CheckoutSession.ts';
import type { FakeFrame, FakeHostedPage } from './fakes/createFakeFrame.ts';
import type { FakePopup } from './fakes/createFakePopup.ts';
import type { FakePage } from './fakes/createFakePlatform.ts';
import { eventLoop } from './eventLoop.ts';
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
interface Places {
  readonly frames: number;
  readonly popups: number;
}

/** To be asked before a checkout is made. */
export const countPlaces = ({ page: { frames, popups } }: TestWorld): Places => ({
  frames: frames.length,
  popups: popups.length,
});

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

/** Whether the page can learn what became of its session. */
export const canRead = ({ page, readStatus }: TestWorld): boolean =>
  page.navigator.onLine && readStatus < 300;

/** The checkout that is there: the one made last that was not destroyed. */
export const liveCheckout = ({ kept }: TestWorld): KeptCheckout | undefined =>
  kept.filter(({ checkout }) => checkout.phase !== 'destroyed').at(-1);

/** Where the page of the checkout made last is shown, or will be: the window that was sent there last, or the frame. */
export const findPlace = (world: TestWorld): Place | undefined => {
  const { frames, popups } = world.page;
  const { before = { frames: 0, popups: 0 }, target } = liveCheckout(world) ?? {};
  return (
    findWindow(popups.slice(before.popups)) ??
    frames
      .slice(before.frames)
      .filter(({ element }) => element.isConnected && (target?.contains(element) ?? true))
      .at(-1)
  );
};

const findWindow = (popups: readonly FakePopup[]): FakePopup | undefined =>
  popups.filter(({ address, closed }) => address && !closed).at(-1);

/** Waits for what takes real time, such as a digest or the merchant's own requests; so long about, and not for ever. */
export async function linger<Value>(
  { page: { clock } }: TestWorld,
  look: () => Value | undefined | false,
  milliseconds: number,
): Promise<Value | undefined> {
  for (let round = 0; round < 2 * milliseconds; round++) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    // What is due now runs, and time stands still.
    await (round % 2 === 0 ? clock.advance(0) : eventLoop.pause());
  }
  return undefined;
}

/** Lets a checkout that is starting come as far as its page: the digest before that takes real time. */
export const settleStart = async (world: TestWorld): Promise<void> => {
  const hasStarted = (): boolean =>
    liveCheckout(world)?.checkout.phase !== 'loading' || findPlace(world) !== undefined;
  await linger(world, hasStarted, 100);
  await world.page.clock.advance(0);
};

const notAwaited =
  'Another step was under way: the test did not wait for it. Write "await" before each step.';

/** Waits for what must come, and says what is wrong when it does not. */
export async function until<Value>(
  world: TestWorld,
  look: () => Value | undefined | false,
  failure: string,
): Promise<Value> {
  const before = world.steps;
  const found = await linger(world, look, 1000);
  if (found !== undefined) return found;
  const isAlone = Math.max(before, world.steps) === 1;
  throw new Error(isAlone ? failure : `${failure} ${notAwaited}`);
}
