import type { HTMLAttributes, RefAttributes } from 'react';
import type {
  ElementAttribute,
  ElementEventMap,
  ElementOptions,
  PaymentKitCheckoutElement,
} from '../element/index.ts';

type Handlers = {
  readonly [Type in keyof ElementEventMap as `on${Type}`]?:
    | ((event: ElementEventMap[Type]) => void)
    | undefined;
};

/**
 * What `<paymentkit-checkout>` takes in JSX. React 18 writes attributes alone; React 19 passes functions and objects as
 * the properties that they are, and hears events by `onpaymentkit:complete` and so on.
 */
export interface CheckoutElementProps
  extends
    Omit<HTMLAttributes<PaymentKitCheckoutElement>, keyof ElementOptions>,
    RefAttributes<PaymentKitCheckoutElement>,
    Handlers,
    ElementOptions,
    Readonly<Partial<Record<Exclude<ElementAttribute, keyof ElementOptions>, string | number>>> {
  /** Its field in a form. */
  readonly name?: string | undefined;
  /** React 18 gives an element of its own name no `className`. */
  readonly class?: string | undefined;
}
