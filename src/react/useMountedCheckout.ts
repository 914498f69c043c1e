import {
  type Appearance,
  type Checkout,
  type CheckoutChanges,
  type CheckoutEventMap,
  type CheckoutOptions,
  mountCheckout,
} from 'paymentkit-js';
import { useCallback, useEffect, useRef } from 'react';
import { attachCheckout, freezeOptions } from './attachCheckout.ts';
import { useElement } from './useElement.ts';
import { useLatest } from './useLatest.ts';
import { useLeaving } from './useLeaving.ts';

/** What a new checkout is for. A function is the same whenever it is written anew in a render. */
const identityOf = ({ secureToken, url, host }: CheckoutOptions): string =>
  JSON.stringify([secureToken, url, host], (_, value: unknown) =>
    typeof value === 'function' ? true : value,
  );

/** How the page looks that nobody has said anything of: an update leaves alone what it does not name. */
const plain: Appearance = {
  theme: 'auto',
  accentColor: undefined,
  radius: undefined,
  fontFamily: undefined,
};

/** What a living checkout is told: a look or a language that was taken away is as if it had never been given. */
const changesOf = ({ locale, appearance, prefill }: CheckoutOptions): CheckoutChanges => ({
  locale: locale || 'auto',
  appearance: { ...plain, ...appearance },
  prefill,
});

interface Mounted {
  readonly checkout: Checkout;
  readonly element: Element;
  readonly identity: string;
}

/**
 * A checkout in the element that gets the `ref`, for as long as it is there. Another session is another
 * checkout; another language, look or prefill is told to the one there is, also that a language or a look was taken away;
 * everything else is as it was at the start.
 */
export function useMountedCheckout(
  options: CheckoutOptions,
  tell: (checkout: Checkout | undefined, event?: CheckoutEventMap[keyof CheckoutEventMap]) => void,
): (element: Element | null) => void {
  const latest = useLatest(options);
  const latestTell = useLatest(tell);
  const live = useRef<Mounted>(undefined);
  const applied = useRef('');
  const changes = JSON.stringify(changesOf(options));
  const identity = identityOf(options);

  const end = useCallback((): void => {
    if (!live.current) return;
    live.current.checkout.destroy();
    live.current = undefined;
    latestTell.current(undefined);
  }, [latestTell]);
  const [element, ref] = useElement(end);
  useLeaving(end);

  useEffect(() => {
    const known = live.current;
    if (!element || (known?.element === element && known.identity === identity)) return;
    end();
    const checkout = attachCheckout(
      mountCheckout(element, freezeOptions(latest)),
      latest,
      (event) => latestTell.current(checkout, event),
    );
    live.current = { checkout, element, identity };
    latestTell.current(checkout);
  }, [element, identity, end, latest, latestTell]);

  useEffect(() => {
    const isNew = applied.current !== changes;
    if (isNew && applied.current) {
      live.current?.checkout.update(changesOf(latest.current));
    }
    applied.current = changes;
  }, [changes, latest]);
  return ref;
}
