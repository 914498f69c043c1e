import { popupCheckout } from 'paymentkit-js';
import { findElement } from '../shop-server/client/findElement.ts';
import { shopApi } from '../shop-server/client/shopApi.ts';

const button = findElement('pay', HTMLButtonElement);
const news = findElement('news', HTMLParagraphElement);
const buttonText = button.textContent;

/** What the shop says when the window has gone; after a payment the next page says it. */
const farewells: Readonly<Record<string, string>> = {
  dismissed: 'You closed the checkout. You have not been charged.',
  canceled: 'You left the checkout. You have not been charged.',
  expired: 'The checkout has expired. You have not been charged.',
  error: 'The checkout does not work at the moment. We also take orders by phone: 555 0134.',
};

// One function for every click: while its checkout is open, the next click brings the window to the front.
const startOrder = () => shopApi.startOrder({ product: 'standard-kit', storefront: 'popup' });

function rest(text: string): void {
  button.textContent = buttonText;
  news.textContent = text;
}

button.addEventListener('click', () => {
  button.textContent = 'Finish in the other window';
  news.textContent = '';
  popupCheckout({
    // The window opens in this click; the order is made while it waits.
    url: startOrder,
    // Posted to our server once PaymentKit says "completed". The server checks; then this tab goes to success_url.
    completion: { endpoint: '/api/completion' },
    appearance: { accentColor: '#7a4a2b', radius: '0px' },
    // Not to return_url: the shopper is in the shop already.
    onCancel: (event) => {
      event.preventDefault();
    },
    onClose: ({ reason }) => {
      rest(farewells[reason] ?? '');
    },
    onError: ({ error }) => {
      console.error(error);
      rest(
        error.code === 'popup_blocked'
          ? 'Your browser has blocked the window of the checkout. Allow it for this shop, then press the button again.'
          : (farewells['error'] ?? ''),
      );
    },
  });
});
