import type { PaymentKitError } from './PaymentKitError.ts';

/**
 * Whether a value is a `PaymentKitError`, also one of another copy of this package or of another frame,
 * where `instanceof` fails.
 *
 * @example
 * ```ts
 * import { isPaymentKitError } from 'paymentkit-js';
 *
 * window.addEventListener('unhandledrejection', ({ reason }) => {
 *   if (isPaymentKitError(reason)) console.warn(reason.code, reason.docUrl);
 * });
 * ```
 */
export const isPaymentKitError = (value: unknown): value is PaymentKitError =>
  typeof value === 'object' &&
  (value as { name?: unknown } | null)?.name === 'PaymentKitError' &&
  'code' in (value as object);
