import type { Checkout, CheckoutOptions } from 'paymentkit-js';
import {
  type AriaAttributes,
  type AriaRole,
  createElement,
  type CSSProperties,
  type ReactElement,
  type Ref,
  useCallback,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { useCheckoutRef } from './useCheckoutRef.ts';
import { useMountedCheckout } from './useMountedCheckout.ts';

/**
 * The options of `mountCheckout`, and what the element around the checkout looks like. Attributes with a hyphen,
 * such as `data-testid` and `aria-label`, are the element's, too.
 */
export interface PaymentKitCheckoutProps extends CheckoutOptions, AriaAttributes {
  readonly [data: `data-${string}`]: unknown;
  readonly id?: string | undefined;
  readonly role?: AriaRole | undefined;
  /** Gets the element around the checkout. React 18 gives no component its `ref`. */
  readonly ref?: Ref<HTMLDivElement> | undefined;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  /** Gets the checkout while there is one, and `null` afterwards. */
  readonly checkoutRef?:
    | { current: Checkout | null }
    | ((checkout: Checkout | null) => void)
    | undefined;
}

/**
 * The hosted checkout in the page. Another `secureToken`, `url` or `host` starts another checkout; a change
 * of `locale`, `appearance` or `prefill` reaches the one there is; handlers are always those rendered last.
 * A function for the token is asked once: give the component another `key` to ask again.
 *
 * On a server it is an empty box of the height that the checkout takes first.
 *
 * @throws `PaymentKitError` in an effect, for an error boundary: `invalid_option` when an option is
 * wrong. Whatever fails later is `onError`.
 *
 * @example
 * ```ts
 * import { PaymentKitCheckout } from 'paymentkit-js/react';
 * import { createElement } from 'react';
 *
 * // <PaymentKitCheckout url={url} onComplete={showReceipt} />
 * export const Pay = ({ url }: { url: string }) =>
 *   createElement(PaymentKitCheckout, {
 *     url,
 *     completion: { endpoint: '/checkout/complete' },
 *     onComplete: ({ session }) => console.log(session.id),
 *   });
 * ```
 */
export function PaymentKitCheckout({
  id,
  role,
  ref,
  className,
  style,
  checkoutRef,
  ...options
}: PaymentKitCheckoutProps): ReactElement {
  const [mounted, setMounted] = useState(false);
  const element = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => element.current as HTMLDivElement, []);
  const hand = useCheckoutRef(checkoutRef);
  const mount = useMountedCheckout(options, (checkout, event) => {
    if (event) return;
    setMounted(true);
    hand(checkout);
  });
  // The height that a page rendered on a server reserves; once mounted the checkout does so itself.
  const reserved = mounted ? {} : { minHeight: options.initialHeight ?? 560 };
  const attributes = Object.entries(options).filter(([name]) => name.includes('-'));
  const take = useCallback(
    (next: HTMLDivElement | null) => {
      element.current = next;
      mount(next);
    },
    [mount],
  );
  return createElement('div', {
    ...Object.fromEntries(attributes),
    ...{ ref: take, id, role, className, style: { ...reserved, ...style } },
  });
}
