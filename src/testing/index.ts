/**
 * The names of `paymentkit-js` for a merchant's own tests, bound to a fake hosted page: no server and no network, and the
 * real protocol through the real parsers. Alias `paymentkit-js` to it.
 *
 * @module paymentkit-js/testing
 */

import type { Checkout } from '../checkout/run/Checkout.ts';
import type { CheckoutOptions } from '../checkout/options/CheckoutOptions.ts';
import { mountCheckoutOn } from '../checkout/mountCheckout.ts';
import { openCheckoutOn } from '../checkout/openCheckout.ts';
import type { OverlayOptions } from '../checkout/options/OverlayOptions.ts';
import {
  prepareCheckoutOn,
  type PreparedCheckout,
  type PrepareOptions,
} from '../checkout/prepareCheckout.ts';
import { popupCheckoutOn } from '../checkout/popupCheckout.ts';
import { startCheckoutOn } from '../checkout/startCheckout.ts';
import type { StartOptions } from '../checkout/options/StartOptions.ts';
import { redirectToCheckoutOn, type RedirectOptions } from '../checkout/redirectToCheckout.ts';
import {
  type CheckoutReturn,
  type CheckoutReturnOptions,
  handleCheckoutReturnOn,
} from '../return/handleCheckoutReturn.ts';
import type { CheckoutSession } from '../session/CheckoutSession.ts';
import { retrieveSessionOn, type RetrieveSessionOptions } from '../session/retrieveSession.ts';
import {
  waitForCompletionOn,
  type WaitForCompletionOptions,
} from '../session/waitForCompletion.ts';
import { createDriver } from './createDriver.ts';
import { keepCheckout } from './createTestWorld.ts';
import { currentWorld, startWorld, worldBegun } from './currentWorld.ts';
import type { TestCheckout, TestCheckoutOptions } from './TestCheckout.ts';
import { countPlaces } from './places.ts';
import { watchOptions } from './watchListener.ts';

export type { Checkout, CheckoutResult } from '../checkout/run/Checkout.ts';
export type {
  CheckoutEventData,
  CheckoutEventHandlers,
  CheckoutEventMap,
  CheckoutWarningCode,
} from '../checkout/options/CheckoutEvents.ts';
export type { CheckoutChanges, CheckoutOptions } from '../checkout/options/CheckoutOptions.ts';
export type { OverlayOptions } from '../checkout/options/OverlayOptions.ts';
export type { CheckoutPhase } from '../checkout/run/mayFollow.ts';
export type { CheckoutTexts } from '../checkout/options/CheckoutTexts.ts';
export type { TimelineEntry } from '../checkout/options/TimelineEntry.ts';
export type { PreparedCheckout, PrepareOptions } from '../checkout/prepareCheckout.ts';
export type { StartOptions } from '../checkout/options/StartOptions.ts';
export type { RedirectOptions } from '../checkout/redirectToCheckout.ts';
export {
  isPaymentKitError,
  PaymentKitError,
  type PaymentKitErrorDetails,
} from '../errors/PaymentKitError.ts';
export type { PaymentKitErrorCode } from '../errors/PaymentKitErrorCode.ts';
export type { EventBase, EventsOf } from '../events/createEmitter.ts';
export type { AccessOptions, HostOption } from '../options/resolveAccess.ts';
export type { DeclineReason, ProcessingStep } from '../protocol/HostedMessage.ts';
export type { Appearance, Prefill } from '../protocol/MerchantMessage.ts';
export type { CheckoutReturn, CheckoutReturnOptions } from '../return/handleCheckoutReturn.ts';
export type {
  Completion,
  CompletionEndpoint,
  CompletionOption,
} from '../return/resolveCompletion.ts';
export type {
  CheckoutLineItem,
  CheckoutSession,
  CheckoutSessionState,
} from '../session/CheckoutSession.ts';
export { checkoutUrl } from '../session/checkoutUrl.ts';
export type { RetrieveSessionOptions } from '../session/retrieveSession.ts';
export type { WaitForCompletionOptions } from '../session/waitForCompletion.ts';
export type {
  TestCheckout,
  TestCheckoutOptions,
  TestCompletion,
  TestDecline,
} from './TestCheckout.ts';

/**
 * Begins a test: a shopper, a hosted page, a network and a clock that do what the test says, and a
 * session that is open. What the test before has left is put away.
 *
 * @throws Error where there is no document, or one that takes no signal of this `AbortController`: run the test in
 *   happy-dom or jsdom. And where an option, or a field of the session, does not exist.
 *
 * @example
 * ```ts
 * import { createTestCheckout, mountCheckout } from 'paymentkit-js/testing';
 *
 * const test = createTestCheckout();
 * mountCheckout(document.body, {
 *   secureToken: 'cst_example',
 *   completion: { endpoint: '/checkout/complete' },
 * });
 * await test.complete();
 * console.log(test.completions[0]?.url, test.redirectedTo);
 * ```
 */
export const createTestCheckout = (options: TestCheckoutOptions = {}): TestCheckout =>
  createDriver(startWorld(options), globalThis);

/** As `mountCheckout` of `paymentkit-js`, on the page of the test. */
export const mountCheckout = (target: string | Element, options: CheckoutOptions): Checkout => {
  const world = currentWorld();
  const { platform } = world.page;
  return keepCheckout(world, options, (given) => mountCheckoutOn(platform, target, given), {
    target,
  });
};

/** As `openCheckout` of `paymentkit-js`, on the page of the test. */
export const openCheckout = (options: OverlayOptions): Checkout => {
  const world = currentWorld();
  return keepCheckout(world, options, (given) => openCheckoutOn(world.page.platform, given));
};

/** As `popupCheckout` of `paymentkit-js`, on the page of the test; no real window opens. */
export const popupCheckout = (options: CheckoutOptions): Checkout => {
  const world = currentWorld();
  return keepCheckout(world, options, (given) => popupCheckoutOn(world.page.platform, given));
};

/** Where its frame stands, unless it is in a dialog. What is no object is refused where it is read. */
const targetOf = ({ target, mode }: StartOptions): { readonly target?: string | Element } =>
  target === undefined || mode === 'overlay' ? {} : { target };

/** As `startCheckout` of `paymentkit-js`, on the page of the test. */
export const startCheckout = (options: StartOptions): Checkout => {
  const world = currentWorld();
  const where = targetOf(options);
  return keepCheckout(
    world,
    options,
    (given) => startCheckoutOn(world.page.platform, given),
    where,
  );
};

/** As `prepareCheckout` of `paymentkit-js`, on the page of the test. */
export const prepareCheckout = (options: PrepareOptions): PreparedCheckout => {
  const world = currentWorld();
  // Its frame may be there long before it starts.
  const before = countPlaces(world);
  const prepared = prepareCheckoutOn(world.page.platform, watchOptions(world, options));
  world.prepared.push(prepared);
  return {
    start: () =>
      keepCheckout(world, options, () => prepared.start(), {
        before,
        ...targetOf(options as StartOptions),
      }),
    destroy: () => prepared.destroy(),
  };
};

/** As `redirectToCheckout` of `paymentkit-js`, on the page of the test. */
export const redirectToCheckout = async (options: RedirectOptions): Promise<void> => {
  const { platform } = currentWorld().page;
  await worldBegun();
  return redirectToCheckoutOn(platform, options);
};

/** As `handleCheckoutReturn` of `paymentkit-js`, on the page of the test. */
export const handleCheckoutReturn = (
  options?: CheckoutReturnOptions,
): Promise<CheckoutReturn | undefined> =>
  handleCheckoutReturnOn(currentWorld().page.platform, options);

/** As `retrieveSession` of `paymentkit-js`, from the test's session API. */
export const retrieveSession = (
  secureToken: string,
  options?: RetrieveSessionOptions,
): Promise<CheckoutSession> =>
  retrieveSessionOn(currentWorld().page.platform, secureToken, options);

/** As `waitForCompletion` of `paymentkit-js`, from the test's session API and on its clock. */
export const waitForCompletion = (
  secureToken: string,
  options?: WaitForCompletionOptions,
): Promise<CheckoutSession> =>
  waitForCompletionOn(currentWorld().page.platform, secureToken, options);
