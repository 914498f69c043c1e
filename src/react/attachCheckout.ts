import type { Checkout, CheckoutEventMap, CheckoutOptions } from 'paymentkit-js';

interface Latest<Options> {
  readonly current: Options;
}

/** What is listened for: a checkout has no way to hear everything. */
export const attachedTypes = [
  ...(['ready', 'resize', 'change', 'submit', 'processing', 'decline', 'complete'] as const),
  ...(['cancel', 'expire', 'close', 'fallback', 'warning', 'error'] as const),
] as const;

/** The options as they are when the checkout starts; its functions are those rendered last when they are called. */
export function freezeOptions<Options extends CheckoutOptions>(latest: Latest<Options>): Options {
  const { current } = latest;
  const frozen: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(current)) {
    // Handlers are listened for below: one that is given later is called, too. Attributes are the element's.
    if (/^on[A-Z]|-/.test(name)) continue;
    frozen[name] =
      typeof value === 'function' ? callLatest(latest, name as keyof Options, value) : value;
  }
  return frozen as unknown as Options;
}

/** Where the option is a function no more, the first one stands: what is none counts from the next checkout on. */
const callLatest =
  <Options>(latest: Latest<Options>, name: keyof Options, first: unknown) =>
  (...parameters: unknown[]): unknown => {
    const now = latest.current[name];
    return ((typeof now === 'function' ? now : first) as (...all: unknown[]) => unknown)(
      ...parameters,
    );
  };

/** Calls the handlers rendered last, and reports every event that may have changed the checkout. */
export function attachCheckout(
  checkout: Checkout,
  latest: Latest<CheckoutOptions>,
  report: (event: CheckoutEventMap[keyof CheckoutEventMap]) => void,
): Checkout {
  for (const type of attachedTypes as readonly (keyof CheckoutEventMap)[]) {
    const name =
      `on${type[0]?.toUpperCase() ?? ''}${type.slice(1)}` as `on${Capitalize<typeof type>}`;
    checkout.on(type, (event) => {
      report(event);
      // With what it gives: a test waits for the promise of an async handler.
      return (latest.current[name] as ((event: unknown) => unknown) | undefined)?.(event);
    });
  }
  return checkout;
}
