import {
  type Checkout,
  type CheckoutOptions,
  type CheckoutPhase,
  type CheckoutSession,
  openCheckout,
  type OverlayOptions,
  type PaymentKitError,
} from 'paymentkit-js';
import { useCallback, useRef, useState } from 'react';
import { attachCheckout, freezeOptions } from './attachCheckout.ts';
import { useLatest } from './useLatest.ts';
import { useLeaving } from './useLeaving.ts';
import { useMountedCheckout } from './useMountedCheckout.ts';

/** How a checkout stands, for rendering. */
export interface CheckoutState {
  /** The checkout that is there, if one is. */
  readonly checkout: Checkout | undefined;
  /** Its phase; `idle` before the first one. */
  readonly phase: CheckoutPhase | 'idle';
  /** Its session as it was last read. */
  readonly session: CheckoutSession | undefined;
  /** Why it failed; gone when it is tried again. */
  readonly error: PaymentKitError | undefined;
}

/** A checkout for a component: where it is, how it stands, and how to open it. */
export interface UseCheckout extends CheckoutState {
  /** For the empty element that the checkout is shown in: `<div ref={ref} />`. Leave it out to open a dialog. */
  readonly ref: (element: Element | null) => void;
  /** Opens the checkout over the page. It is destroyed with the component. */
  readonly open: () => Checkout;
}

const stateOf = (checkout: Checkout, error: PaymentKitError | undefined): CheckoutState => ({
  checkout,
  phase: checkout.phase,
  session: checkout.session,
  error: checkout.phase === 'failed' ? error : undefined,
});

const isSame = (one: CheckoutState, other: CheckoutState): boolean =>
  one.checkout === other.checkout &&
  one.phase === other.phase &&
  one.session === other.session &&
  one.error === other.error;

/**
 * A checkout whose state the component renders. With `ref` on an element it is there at once; `open()` opens
 * it over the page. Handlers are always those rendered last, and the checkout ends with the component.
 *
 * @example
 * ```ts
 * import { useCheckout } from 'paymentkit-js/react';
 * import { createElement } from 'react';
 *
 * export function PayButton({ token }: { token: string }) {
 *   const { open, phase } = useCheckout({ secureToken: token, redirect: 'never' });
 *   if (phase === 'completed') return createElement('p', {}, 'Thank you');
 *   return createElement('button', { onClick: () => open() }, 'Pay');
 * }
 * ```
 */
export function useCheckout(options: OverlayOptions): UseCheckout {
  const [state, setState] = useState<CheckoutState>({
    checkout: undefined,
    phase: 'idle',
    session: undefined,
    error: undefined,
  });
  const latest = useLatest<CheckoutOptions & OverlayOptions>(options);
  const opened = useRef<Checkout>(undefined);

  const show = useCallback((checkout: Checkout, event?: { readonly type: string }): void => {
    const error =
      event?.type === 'error' ? (event as { error?: PaymentKitError }).error : undefined;
    setState((known) => {
      const next = stateOf(checkout, error ?? known.error);
      return isSame(known, next) ? known : next;
    });
  }, []);

  const ref = useMountedCheckout(options, (checkout, event) => {
    if (checkout) show(checkout, event);
    else setState((known) => ({ ...known, checkout: undefined }));
  });
  useLeaving(useCallback(() => opened.current?.destroy(), []));

  const open = useCallback((): Checkout => {
    const checkout = openCheckout(freezeOptions(latest));
    if (checkout !== opened.current) {
      opened.current = attachCheckout(checkout, latest, (event) => show(checkout, event));
      show(checkout);
    }
    return checkout;
  }, [latest, show]);
  return { ...state, ref, open };
}
