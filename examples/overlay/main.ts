import { openCheckout } from 'paymentkit-js';
import { findElement } from '../shop-server/client/findElement.ts';
import { shopApi } from '../shop-server/client/shopApi.ts';

const news = findElement('news', HTMLParagraphElement);

/** What the shop says when the dialog has gone; after a payment the next page says it. */
const farewells: Readonly<Record<string, string>> = {
  dismissed: 'You closed the checkout. You have not been charged.',
  canceled: 'You left the checkout. You have not been charged.',
  expired: 'The checkout has expired. You have not been charged.',
  error: 'The checkout does not work at the moment. We also take orders by phone: 555 0134.',
};

function buy(product: string): void {
  news.textContent = '';
  const checkout = openCheckout({
    // The dialog is there at once; the order is made behind its skeleton.
    url: () => shopApi.startOrder({ product, storefront: 'overlay' }),
    // Posted to our server once PaymentKit says "completed". The server checks; then the shopper goes to success_url.
    completion: { endpoint: '/api/completion' },
    appearance: { accentColor: '#7a4a2b', radius: '0px' },
    onCancel: (event) => {
      // Not to return_url: the shopper is in the shop already.
      event.preventDefault();
      checkout.close();
    },
    onClose: ({ reason }) => {
      news.textContent = farewells[reason] ?? '';
    },
    onError: ({ error }) => {
      console.error(error);
    },
  });
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-product]')) {
  button.addEventListener('click', () => {
    buy(button.dataset['product'] ?? '');
  });
}
