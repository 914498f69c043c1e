import {
  type Checkout,
  type CheckoutOptions,
  openCheckout,
  type OverlayOptions,
} from 'paymentkit-js';
import { useCallback, useRef } from 'react';
import { attachCheckout, freezeOptions } from './attachCheckout.ts';
import { type CheckoutState, useCheckoutState } from './useCheckoutState.ts';
import { useLatest } from './useLatest.ts';
import { useLeaving } from './useLeaving.ts';
import { useMountedCheckout } from './useMountedCheckout.ts';

/** A checkout for a component: where it is, how it stands, and how to open it. */
export interface UseCheckout extends CheckoutState {
  /** For the empty element that the checkout is shown in: `<div ref={ref} />`. Leave it out to open a dialog. */
  readonly ref: (element: Element | null) => void;
  /** Opens the checkout over the page. It is destroyed with the component. */
  readonly open: () => Checkout;
}

/**
 * A checkout whose state the component renders. With `ref` on an element it is there at once; `open()` opens
 * it over the page. Handlers are always those rendered last, and the checkout ends with the component.
 *
 * @throws `PaymentKitError` `invalid_option` when an option is wrong: with `ref` in an effect, for an error boundary; by
 * `open()` at once. Whatever fails later is `onError`, and `error` of what it gives.
 *
 * @example
 * ```ts
 * import { useCheckout } from 'paymentkit-js/react';
 * import { createElement } from 'react';
 *
 * export function PayButton({ url }: { url: string }) {
 *   const { open, phase } = useCheckout({ url, redirect: 'never' });
 *   if (phase === 'completed') return createElement('p', {}, 'Thank you');
 *   return createElement('button', { onClick: () => open() }, 'Pay');
 * }
 * ```
 */
export function useCheckout(options: OverlayOptions): UseCheckout {
  const { state, show, leave } = useCheckoutState();
  const latest = useLatest<CheckoutOptions & OverlayOptions>(options);
  const opened = useRef<Checkout[]>([]);

  const ref = useMountedCheckout(options, (checkout, event) => {
    if (checkout) show(checkout, event);
    else leave();
  });
  useLeaving(
    useCallback(() => {
      for (const checkout of opened.current) checkout.destroy();
      leave();
    }, [leave]),
  );

  const open = useCallback((): Checkout => {
    const checkout = openCheckout(freezeOptions(latest));
    if (!opened.current.includes(checkout)) {
      opened.current.push(checkout);
      attachCheckout(checkout, latest, (event) => show(checkout, event));
      show(checkout);
    }
    return checkout;
  }, [latest, show]);
  return { ...state, ref, open };
}
