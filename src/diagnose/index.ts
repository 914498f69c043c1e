/**
 * Why does nothing show? For the console and for support.
 *
 * @module paymentkit-js/diagnose
 */

import { diagnoseCheckoutOn, type DiagnoseOptions } from './diagnoseCheckout.ts';
import type { Diagnosis } from './Diagnosis.ts';

export type { AccessOptions, HostOption } from '../options/resolveAccess.ts';
export type { DiagnoseOptions } from './diagnoseCheckout.ts';
export type { Diagnosis, DiagnosisCheck } from './Diagnosis.ts';

/**
 * Answers "why does nothing show?": looks at the page, reads the session, and mounts a checkout that nobody
 * sees. Takes as long as the hosted page, and charges nothing. For the console and for support; a shop's
 * page needs none of it.
 *
 * @returns what was looked at, in order. What depends on a check that failed is left out.
 *
 * @throws `PaymentKitError` (as a rejection) `insecure_context` where there is no page.
 *
 * @example
 * ```ts
 * import { diagnoseCheckout } from 'paymentkit-js/diagnose';
 *
 * console.table(await diagnoseCheckout({ url: 'http://127.0.0.1:4242/checkout/cst_example' }));
 * ```
 */
export const diagnoseCheckout = (options: DiagnoseOptions): Promise<readonly Diagnosis[]> =>
  diagnoseCheckoutOn(globalThis, options);
