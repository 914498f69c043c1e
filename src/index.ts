/**
 * The checkout in a merchant's page: started in six ways, with one handle, its events and its errors, and what became of
 * it when the shopper comes back. Importing it does nothing, and is safe on a server.
 *
 * @module paymentkit-js
 */

import type { Checkout } from './checkout/run/Checkout.ts';
import type { CheckoutOptions } from './checkout/options/CheckoutOptions.ts';
import { mountCheckoutOn } from './checkout/mountCheckout.ts';
import { openCheckoutOn } from './checkout/openCheckout.ts';
import type { OverlayOptions } from './checkout/options/OverlayOptions.ts';
import {
  prepareCheckoutOn,
  type PreparedCheckout,
  type PrepareOptions,
} from './checkout/prepareCheckout.ts';
import { popupCheckoutOn } from './checkout/popupCheckout.ts';
import { startCheckoutOn } from './checkout/startCheckout.ts';
import type { StartOptions } from './checkout/options/StartOptions.ts';
import { redirectToCheckoutOn, type RedirectOptions } from './checkout/redirectToCheckout.ts';
import {
  type CheckoutReturn,
  type CheckoutReturnOptions,
  handleCheckoutReturnOn,
} from './return/handleCheckoutReturn.ts';
import type { CheckoutSession } from './session/CheckoutSession.ts';
import { retrieveSessionOn, type RetrieveSessionOptions } from './session/retrieveSession.ts';
import { waitForCompletionOn, type WaitForCompletionOptions } from './session/waitForCompletion.ts';

export type { Checkout, CheckoutResult } from './checkout/run/Checkout.ts';
export type {
  CheckoutEventData,
  CheckoutEventHandlers,
  CheckoutEventMap,
  CheckoutWarningCode,
} from './checkout/options/CheckoutEvents.ts';
export type { CheckoutChanges, CheckoutOptions } from './checkout/options/CheckoutOptions.ts';
export type { OverlayOptions } from './checkout/options/OverlayOptions.ts';
export type { CheckoutPhase } from './checkout/run/mayFollow.ts';
export type { CheckoutTexts } from './checkout/options/CheckoutTexts.ts';
export type { TimelineEntry } from './checkout/options/TimelineEntry.ts';
export type { PreparedCheckout, PrepareOptions } from './checkout/prepareCheckout.ts';
export type { StartOptions } from './checkout/options/StartOptions.ts';
export type { RedirectOptions } from './checkout/redirectToCheckout.ts';
export {
  isPaymentKitError,
  PaymentKitError,
  type PaymentKitErrorDetails,
} from './errors/PaymentKitError.ts';
export type { PaymentKitErrorCode } from './errors/PaymentKitErrorCode.ts';
export type { EventBase, EventsOf } from './events/createEmitter.ts';
export type { AccessOptions, HostOption } from './options/resolveAccess.ts';
export type { DeclineReason, ProcessingStep } from './protocol/HostedMessage.ts';
export type { Appearance, Prefill } from './protocol/MerchantMessage.ts';
export type { CheckoutReturn, CheckoutReturnOptions } from './return/handleCheckoutReturn.ts';
export type {
  Completion,
  CompletionEndpoint,
  CompletionOption,
} from './return/resolveCompletion.ts';
export type {
  CheckoutLineItem,
  CheckoutSession,
  CheckoutSessionState,
} from './session/CheckoutSession.ts';
export { checkoutUrl } from './session/checkoutUrl.ts';
export type { RetrieveSessionOptions } from './session/retrieveSession.ts';
export type { WaitForCompletionOptions } from './session/waitForCompletion.ts';

// The compiler of a server may know no document, and these names stand in its types all the same.
declare global {
  interface Node {
    readonly nodeType: number;
  }
  interface Element {
    readonly tagName: string;
  }
}

/**
 * Puts the hosted checkout into the page, at the end of `target`, and gives its handle at once. No event
 * fires before the current task has ended, and destroying the handle is safe at any time.
 *
 * @param target - An element of the page, or a selector that finds it.
 *
 * @throws {@link PaymentKitError} `invalid_option` when an option is wrong or the target already holds a
 * checkout, `target_not_found` when there is no target, `insecure_context` when there is no page. Whatever
 * fails later is an `error` event.
 *
 * @example
 * ```ts
 * import { mountCheckout } from 'paymentkit-js';
 *
 * async function createCheckout(): Promise<string> {
 *   const response = await fetch('/checkout', { method: 'POST' });
 *   if (!response.ok) throw new Error('No checkout could be made');
 *   return response.text();
 * }
 *
 * const checkout = mountCheckout('#checkout', {
 *   url: createCheckout,
 *   completion: { endpoint: '/checkout/complete' },
 * });
 * checkout.on('complete', ({ session, verified }) => console.log(session.id, verified));
 * ```
 *
 * @group Starting a checkout
 */
export const mountCheckout = (target: string | Element, options: CheckoutOptions): Checkout =>
  mountCheckoutOn(globalThis, target, options);

/**
 * Opens the hosted checkout over the page, in a modal dialog, and gives its handle at once. A session that
 * is open already is not opened twice: its dialog gets the focus, and its handle is given again.
 *
 * @throws {@link PaymentKitError} `invalid_option` when an option is wrong, `insecure_context` when there is
 * no page. Whatever fails later is an `error` event.
 *
 * @example
 * ```ts
 * import { openCheckout } from 'paymentkit-js';
 *
 * async function createCheckout(): Promise<string> {
 *   const response = await fetch('/checkout', { method: 'POST' });
 *   if (!response.ok) throw new Error('No checkout could be made');
 *   return response.text();
 * }
 *
 * document.querySelector('#pay')?.addEventListener('click', () => {
 *   const checkout = openCheckout({
 *     url: createCheckout,
 *     completion: { endpoint: '/checkout/complete' },
 *   });
 *   checkout.on('close', ({ reason }) => console.log(reason));
 * });
 * ```
 *
 * @group Starting a checkout
 */
export const openCheckout = (options: OverlayOptions): Checkout =>
  openCheckoutOn(globalThis, options);

/**
 * Opens the hosted checkout in a window of its own, and gives its handle at once. Call it in the shopper's
 * click, before anything is awaited: the window opens at once and waits for the token. A session that is open
 * already is not opened twice: its window comes to the front, and its handle is given again.
 *
 * @throws {@link PaymentKitError} `invalid_option` when an option is wrong, `insecure_context` when there is
 * no page. Whatever fails later is an `error` event; `popup_blocked` when the browser opens no window.
 *
 * @example
 * ```ts
 * import { popupCheckout } from 'paymentkit-js';
 *
 * async function createCheckout(): Promise<string> {
 *   const response = await fetch('/checkout', { method: 'POST' });
 *   if (!response.ok) throw new Error('No checkout could be made');
 *   return response.text();
 * }
 *
 * document.querySelector('#pay')?.addEventListener('click', () => {
 *   const checkout = popupCheckout({
 *     url: createCheckout,
 *     completion: { endpoint: '/checkout/complete' },
 *   });
 *   checkout.on('close', ({ reason }) => console.log(reason));
 * });
 * ```
 *
 * @group Starting a checkout
 */
export const popupCheckout = (options: CheckoutOptions): Checkout =>
  popupCheckoutOn(globalThis, options);

/**
 * Builds a checkout out of sight, where it will be shown: in `target`, or in a dialog over the page where there
 * is none. When the shopper is ready to pay, `start` shows it at once. It is given back by `destroy`, when the
 * session ends, and when it was not used for ten minutes; `start` then begins like `mountCheckout` or
 * `openCheckout`. What fails before `start` is tried again by it.
 *
 * @throws {@link PaymentKitError} as `mountCheckout` does.
 *
 * @example
 * ```ts
 * import { prepareCheckout } from 'paymentkit-js';
 *
 * const prepared = prepareCheckout({
 *   target: '#checkout',
 *   url: 'http://127.0.0.1:4242/checkout/cst_example',
 * });
 * document.querySelector('#pay')?.addEventListener('click', () => {
 *   prepared.start().on('complete', ({ session }) => console.log(session.id));
 * });
 * ```
 *
 * @group Starting a checkout
 */
export const prepareCheckout = (options: PrepareOptions): PreparedCheckout =>
  prepareCheckoutOn(globalThis, options);

/**
 * Shows the hosted checkout in the way that works: in `target`, or over the page where there is none; in a
 * window where a frame does not work; and in the tab itself where neither does, as in a browser inside another
 * app. Each step down is a `fallback` event. It opens a window or leaves the page by itself only while the
 * shopper's click still counts; later a button in its place does.
 *
 * @throws {@link PaymentKitError} as `mountCheckout` and `openCheckout` do.
 *
 * @example
 * ```ts
 * import { startCheckout } from 'paymentkit-js';
 *
 * document.querySelector('#pay')?.addEventListener('click', () => {
 *   const checkout = startCheckout({ url: 'http://127.0.0.1:4242/checkout/cst_example' });
 *   checkout.on('fallback', ({ from, to, reason }) => console.log(from, to, reason));
 * });
 * ```
 *
 * @group Starting a checkout
 */
export const startCheckout = (options: StartOptions): Checkout =>
  startCheckoutOn(globalThis, options);

/**
 * Leaves for the hosted checkout in this tab, and keeps in the tab's `sessionStorage` what
 * `handleCheckoutReturn` needs to answer. Calling it again while it leaves gives the same promise.
 *
 * @returns a promise that resolves when the shopper comes back to this very page with Back, or has stopped
 * the browser: when the page is still here after 15 seconds
 *
 * @throws {@link PaymentKitError} (as a rejection) `invalid_option` when an option is wrong,
 * `token_unavailable` when the function for the token fails or has not answered after 15 seconds,
 * `insecure_context` when there is no page.
 *
 * @example
 * ```ts
 * import { redirectToCheckout } from 'paymentkit-js';
 *
 * const button = document.querySelector<HTMLButtonElement>('#pay');
 * button?.addEventListener('click', async () => {
 *   button.disabled = true;
 *   try {
 *     await redirectToCheckout({ url: 'http://127.0.0.1:4242/checkout/cst_example' });
 *   } finally {
 *     button.disabled = false;
 *   }
 * });
 * ```
 *
 * @group Starting a checkout
 */
export const redirectToCheckout = (options: RedirectOptions): Promise<void> =>
  redirectToCheckoutOn(globalThis, options);

/**
 * What became of the checkout this tab left for, asked of the session API; `undefined` when this visit
 * is no return. May run on every page. Nothing in the address is believed: an id there is only looked up.
 *
 * @throws {@link PaymentKitError} (as a rejection) `invalid_option` when an option is wrong,
 * `insecure_context` when there is no page. A session that cannot be read is the outcome `unknown`.
 *
 * @example
 * ```ts
 * import { handleCheckoutReturn } from 'paymentkit-js';
 *
 * const visit = await handleCheckoutReturn({ completion: { endpoint: '/checkout/complete' } });
 * if (visit?.outcome === 'completed') document.body.textContent = 'Thank you';
 * document.querySelector('#resume')?.addEventListener('click', () => visit?.resume?.());
 * ```
 *
 * @group Coming back
 */
export const handleCheckoutReturn = (
  options?: CheckoutReturnOptions,
): Promise<CheckoutReturn | undefined> => handleCheckoutReturnOn(globalThis, options);

/**
 * Reads a session once, in ten seconds at the most. It needs no page: a server can call it, too.
 *
 * @throws {@link PaymentKitError} (as a rejection) `token_rejected`, `origin_not_allowed`, `network`,
 * `api_error`, `aborted`, `invalid_option`.
 *
 * @example
 * ```ts
 * import { retrieveSession } from 'paymentkit-js';
 *
 * const { state, amount_total_atom, currency } = await retrieveSession('cst_example');
 * console.log(state, amount_total_atom, currency);
 * ```
 *
 * @group Coming back
 */
export const retrieveSession = (
  secureToken: string,
  options?: RetrieveSessionOptions,
): Promise<CheckoutSession> => retrieveSessionOn(globalThis, secureToken, options);

/**
 * Follows a session until it is completed or expired, after 1, 2, 4, 8 and then every 15 seconds of
 * visible time, and at once when the network or the shopper is back or another tab says that it is over. At
 * its deadline it resolves with what was read last, whatever the state.
 *
 * @throws {@link PaymentKitError} (as a rejection) `token_rejected`, `origin_not_allowed`, `aborted`,
 * `invalid_option`, `insecure_context` where there is no page; `network` or `api_error` when nothing could
 * be read until the deadline.
 *
 * @example
 * ```ts
 * import { waitForCompletion } from 'paymentkit-js';
 *
 * const { state } = await waitForCompletion('cst_example', { timeoutMs: 30_000 });
 * console.log(state === 'completed' ? 'Paid' : 'Not paid yet');
 * ```
 *
 * @group Coming back
 */
export const waitForCompletion = (
  secureToken: string,
  options?: WaitForCompletionOptions,
): Promise<CheckoutSession> => waitForCompletionOn(globalThis, secureToken, options);
