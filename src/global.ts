import {
  checkoutUrl,
  handleCheckoutReturn,
  isPaymentKitError,
  mountCheckout,
  PaymentKitError,
  redirectToCheckout,
  retrieveSession,
  waitForCompletion,
} from './index.ts';

const PaymentKit = {
  version: __VERSION__,
  checkoutUrl,
  handleCheckoutReturn,
  isPaymentKitError,
  mountCheckout,
  PaymentKitError,
  redirectToCheckout,
  retrieveSession,
  waitForCompletion,
};

declare global {
  interface Window {
    PaymentKit: typeof PaymentKit;
  }
}

const attribute = 'data-paymentkit-checkout';

/** A click that asks for another tab or window, or that somebody has answered, is left alone. */
const isPlain = (event: MouseEvent, target: string | null): boolean =>
  !event.defaultPrevented &&
  !event.button &&
  !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) &&
  (!target || target === '_self');

/** Leaves for the checkout that a button or a link names. A link that fails is followed as a link. */
async function start(button: Element): Promise<void> {
  const value = button.getAttribute(attribute);
  const { href } = button as Partial<HTMLAnchorElement>;
  const read = (name: string): string | undefined =>
    button.getAttribute(`data-paymentkit-${name}`) ?? undefined;
  const access = value ? { secureToken: value, host: read('host') } : { url: href };
  try {
    await redirectToCheckout({ ...access, locale: read('locale') });
  } catch (error) {
    const event = new CustomEvent('paymentkit:error', {
      detail: { error },
      bubbles: true,
      cancelable: true,
      composed: true,
    });
    if (button.dispatchEvent(event) && href) location.assign(href);
  }
}

// Delegated: buttons that are added later work too.
document.addEventListener('click', (event) => {
  const button = (event.target as Element | null)?.closest(`[${attribute}]`);
  if (!button || !isPlain(event, button.getAttribute('target'))) return;
  event.preventDefault();
  void start(button);
});

window.PaymentKit = PaymentKit;
