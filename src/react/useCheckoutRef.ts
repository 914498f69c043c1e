import type { Checkout } from 'paymentkit-js';
import { useEffect, useRef } from 'react';

type Call = (checkout: Checkout | null) => void;

/**
 * Gets what hands out the checkout there is, to the object or function that is to have it. It is taken back before anything
 * else gets another one: the end of the old one never empties what has the new one already. A function may be written anew
 * in each render, and is told of each checkout once.
 */
export function useCheckoutRef(
  to: { current: Checkout | null } | Call | undefined,
): (checkout: Checkout | undefined) => void {
  const live = useRef<Checkout>(undefined);
  const holder = useRef<Call>(undefined);

  const give = (checkout: Checkout | undefined): void => {
    holder.current?.(null);
    holder.current =
      checkout && (typeof to === 'function' ? to : (now) => to && (to.current = now));
    if (checkout) holder.current?.(checkout);
  };
  useEffect(() => {
    give(live.current);
    return () => give(undefined);
  }, [typeof to === 'function' || to]);
  return (checkout) => {
    live.current = checkout;
    give(checkout);
  };
}
