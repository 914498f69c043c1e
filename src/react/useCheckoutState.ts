import type { Checkout, CheckoutPhase, CheckoutSession, PaymentKitError } from 'paymentkit-js';
import { useCallback, useState } from 'react';

/** How a checkout stands, for rendering. */
export interface CheckoutState {
  /** The checkout that is there, if one is. */
  readonly checkout: Checkout | undefined;
  /** Its phase; `idle` before the first one, and after one that was taken away before its end. */
  readonly phase: CheckoutPhase | 'idle';
  /** Its session as it was last read. */
  readonly session: CheckoutSession | undefined;
  /** Why it failed; gone when it is tried again. */
  readonly error: PaymentKitError | undefined;
}

const stateOf = (checkout: Checkout, error: PaymentKitError | undefined): CheckoutState => ({
  checkout,
  phase: checkout.phase,
  session: checkout.session,
  error: checkout.phase === 'failed' ? error : undefined,
});

const isSame = (one: CheckoutState, other: CheckoutState): boolean =>
  (Object.keys(one) as (keyof CheckoutState)[]).every((name) => one[name] === other[name]);

/** The state of a checkout, `show` for whatever may have changed it, and `leave` for when it is there no more. */
export function useCheckoutState() {
  const [state, setState] = useState<CheckoutState>({
    checkout: undefined,
    phase: 'idle',
    session: undefined,
    error: undefined,
  });

  const show = useCallback((checkout: Checkout, event?: object): void => {
    // Of all events only `error` has one.
    const { error } = (event ?? {}) as { readonly error?: PaymentKitError };
    setState((known) => {
      // Another one has taken its place.
      if (event && known.checkout !== checkout) return known;
      const next = stateOf(checkout, error ?? known.error);
      return isSame(known, next) ? known : next;
    });
    // No event tells of an end by `destroy()` or by its signal.
    if (!event) checkout.result.catch(() => show(checkout, {}));
  }, []);

  const leave = useCallback((): void => {
    setState((known) => ({
      ...known,
      checkout: undefined,
      phase: /^(loading|ready|processing)$/.test(known.phase) ? 'idle' : known.phase,
    }));
  }, []);
  return { state, show, leave };
}
