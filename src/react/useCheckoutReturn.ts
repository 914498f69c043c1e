import {
  type CheckoutReturn,
  type CheckoutReturnOptions,
  handleCheckoutReturn,
} from 'paymentkit-js';
import { useEffect, useRef, useState } from 'react';

/** What became of the checkout that this tab left for. */
export interface UseCheckoutReturn {
  /** Nobody knows yet; also while a page is rendered on a server. */
  readonly pending: boolean;
  /** The answer; `undefined` when this visit is no return. */
  readonly visit: CheckoutReturn | undefined;
}

interface Asked extends UseCheckoutReturn {
  readonly failure?: unknown;
}

/**
 * Asks once, when the component is there, what became of the checkout that this tab left for. Render nothing
 * of the order while it is `pending`.
 *
 * @throws `PaymentKitError` while rendering, for an error boundary: `invalid_option`.
 *
 * @example
 * ```ts
 * import { useCheckoutReturn } from 'paymentkit-js/react';
 *
 * export function ThankYou(): string {
 *   const { pending, visit } = useCheckoutReturn({ completion: { endpoint: '/checkout/complete' } });
 *   if (pending) return 'One moment';
 *   return visit?.outcome === 'completed' ? 'Thank you' : 'Nothing was paid here';
 * }
 * ```
 */
export function useCheckoutReturn(options?: CheckoutReturnOptions): UseCheckoutReturn {
  const [{ pending, visit, failure }, setAsked] = useState<Asked>({
    pending: true,
    visit: undefined,
  });
  const first = useRef(options);
  // Kept over the second run that StrictMode gives every effect: one question, one completion post.
  const question = useRef<Promise<CheckoutReturn | undefined>>(undefined);

  useEffect(() => {
    let isThere = true;
    question.current ??= handleCheckoutReturn(first.current);
    question.current.then(
      (answer) => {
        if (isThere) setAsked({ pending: false, visit: answer });
      },
      (error: unknown) => {
        if (isThere) setAsked({ pending: false, visit: undefined, failure: error });
      },
    );
    return () => {
      isThere = false;
    };
  }, []);
  if (failure !== undefined) throw failure as Error;
  return { pending, visit };
}
