import 'paymentkit-js/element/define';
import type { CheckoutEventMap } from 'paymentkit-js';
import { findElement } from '../shop-server/client/findElement.ts';
import { shopApi } from '../shop-server/client/shopApi.ts';

const news = findElement('news', HTMLParagraphElement);
const checkout = document.querySelector('paymentkit-checkout');

const words: Partial<Record<keyof CheckoutEventMap, string>> = {
  submit: 'Your payment is being taken…',
  decline: 'The payment did not go through. You have not been charged.',
  complete: 'Your payment is complete. Taking you to your order…',
  error: 'The checkout does not work at the moment. We also take orders by phone: 555 0134.',
};

for (const [type, text] of Object.entries(words)) {
  // The events of the element bubble: whoever holds the place can listen for it.
  document.addEventListener(`paymentkit:${type}`, () => {
    news.textContent = text;
  });
}

// Everything else stands in the markup. A function is a property: no attribute can hold one.
if (checkout) {
  checkout.url = () => shopApi.startOrder({ product: 'premium-kit', storefront: 'custom-element' });
}
