import type { PaymentKitErrorCode } from './PaymentKitErrorCode.ts';

/**
 * What belongs to an error besides its code and its sentence.
 *
 * @group Errors
 */
export interface PaymentKitErrorDetails {
  /** What it follows from, for example the `TypeError` of `fetch`. */
  readonly cause?: unknown;
  /** The `X-Request-Id` of the answer that failed; support finds the request by it. */
  readonly requestId?: string | undefined;
}

/**
 * Every failure of this package. Tell them apart by `code`. The message says what is wrong and what to
 * change in builds for development; in production it names the code and the page that explains it. No
 * token ever appears in one.
 *
 * @example
 * ```ts
 * import { isPaymentKitError, retrieveSession } from 'paymentkit-js';
 *
 * try {
 *   await retrieveSession('cst_example');
 * } catch (error) {
 *   if (isPaymentKitError(error) && error.recoverable) console.warn('Try again later', error.docUrl);
 *   else throw error;
 * }
 * ```
 *
 * @group Errors
 */
export class PaymentKitError extends Error {
  // Defined, not assigned: a page that has frozen what errors inherit lets nobody assign it.
  override name = 'PaymentKitError';
  /** What went wrong, to tell one failure from another. */
  declare readonly code: PaymentKitErrorCode;
  /** Whether the same step can succeed when it is tried again. */
  declare readonly recoverable: boolean;
  /** The page that explains the code. */
  declare readonly docUrl: string;
  /** The `X-Request-Id` of the answer that failed, where there was one. */
  declare readonly requestId: string | undefined;

  constructor(code: PaymentKitErrorCode, message?: string, details?: PaymentKitErrorDetails) {
    const docUrl = `https://docs.paymentkit.com/paymentkit-js/errors#${code}`;
    super(`${message || code} (${docUrl})`, details);
    this.code = code;
    // The beginnings of the codes whose step can succeed when it is tried again.
    this.recoverable = /^(ap|[fln]|of|po|token_u)/.test(code);
    this.docUrl = docUrl;
    this.requestId = details?.requestId;
  }
}

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
 *
 * @group Errors
 */
export const isPaymentKitError = (value: unknown): value is PaymentKitError =>
  (value as { name: unknown } | null)?.name === 'PaymentKitError' && 'code' in (value as object);
