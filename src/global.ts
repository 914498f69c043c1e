import {
  type Checkout,
  type CheckoutEventMap,
  checkoutUrl,
  handleCheckoutReturn,
  isPaymentKitError,
  mountCheckout,
  openCheckout,
  PaymentKitError,
  popupCheckout,
  prepareCheckout,
  redirectToCheckout,
  retrieveSession,
  startCheckout,
  type StartOptions,
  waitForCompletion,
} from './index.ts';

const PaymentKit = {
  version: __VERSION__,
  checkoutUrl,
  handleCheckoutReturn,
  isPaymentKitError,
  mountCheckout,
  openCheckout,
  PaymentKitError,
  popupCheckout,
  prepareCheckout,
  redirectToCheckout,
  retrieveSession,
  startCheckout,
  waitForCompletion,
};

declare global {
  interface Window {
    PaymentKit: typeof PaymentKit;
    /** The button that was clicked last before this script was there, as the guide's one line keeps it. */
    paymentKitClick?: Element;
  }
}

const attribute = 'data-paymentkit-checkout';
const events: readonly (keyof CheckoutEventMap)[] = [
  ...(['ready', 'resize', 'change', 'submit', 'processing', 'decline', 'complete'] as const),
  ...(['cancel', 'expire', 'close', 'fallback', 'warning', 'error'] as const),
];
const started = new WeakMap<Element, Checkout>();

/** A click that asks for another tab or window, or that somebody has answered, is left alone. */
const isPlain = (event: MouseEvent, target: string | null): boolean =>
  !event.defaultPrevented &&
  !event.button &&
  !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) &&
  (!target || target === '_self');

/** Tells an event on the element, from where it bubbles; `false` when a listener prevented it. */
const tell = (button: Element, type: string, detail: object): boolean =>
  button.dispatchEvent(
    new CustomEvent(`paymentkit:${type}`, {
      detail,
      bubbles: true,
      cancelable: true,
      composed: true,
    }),
  );

/** Starts the checkout that a button or a link names. A link that cannot is followed as a link. */
function start(button: Element): void {
  const running = started.get(button);
  if (running && /^(loading|ready|processing)$/.test(running.phase)) {
    running.focus();
    return;
  }
  running?.destroy();
  const value = button.getAttribute(attribute);
  const { href: address } = button as { readonly href?: string & Partial<SVGAnimatedString> };
  // A link in a drawing has an object.
  const href = address?.baseVal ?? address;
  const read = (name: string): string | undefined =>
    button.getAttribute(`data-paymentkit-${name}`) ?? undefined;
  const theme = read('theme');
  const options = {
    ...(value ? { secureToken: value, host: read('host') } : { url: href }),
    mode: read('mode'),
    target: read('target'),
    locale: read('locale'),
    ...(theme && { appearance: { theme } }),
  } as StartOptions;
  try {
    const checkout = startCheckout(options);
    started.set(button, checkout);
    for (const type of events) {
      checkout.on(type, (event) => {
        if (!tell(button, type, event)) event.preventDefault();
      });
    }
  } catch (error) {
    if (tell(button, 'error', { error })) {
      // A click that comes to nothing is a riddle to whoever builds the page: the console says why.
      reportError(error);
      if (href) location.assign(href);
    }
  }
}

// What the window itself has was set by a script: an element is there under its id, too.
const early = Object.hasOwn(window, 'paymentKitClick') && window.paymentKitClick;

// The first script of a page serves it; one that comes again has nothing to add.
if (!Object.hasOwn(window, 'PaymentKit')) {
  // Delegated: buttons that are added later work too. The path leads through shadow roots, where `target` stops.
  document.addEventListener('click', (event) => {
    const path = event.composedPath() as Partial<Element>[];
    const button = path.find((node) => node.hasAttribute?.(attribute)) as Element | undefined;
    if (!button || !isPlain(event, button.getAttribute('target'))) return;
    event.preventDefault();
    start(button);
  });
  Object.assign(window, { PaymentKit });
  if (early && early.isConnected) start(early);
}
