import { mountCheckout } from 'paymentkit-js';
import { startMockPaymentKit } from 'paymentkit-mock-server/browser';
import { findElement } from '../shop-server/client/findElement.ts';

const button = findElement('order-button', HTMLButtonElement);
const news = findElement('news', HTMLParagraphElement);
const place = findElement('checkout', HTMLDivElement);

// Before anything is mounted: the worker has to answer for the checkout's frame.
const paymentkit = await startMockPaymentKit({ serviceWorker: './mockServiceWorker.js' });

button.disabled = false;
button.addEventListener('click', () => {
  button.disabled = true;
  mountCheckout(place, {
    // On a real site this is the merchant's server: a secret key has no place in a page.
    secureToken: async () => {
      const { secure_token: token } = await paymentkit.control.createSession({
        line_items: [{ price_id: 'price_premium', quantity: 1 }],
      });
      return token;
    },
    host: 'self',
    redirect: 'never',
    onComplete: () => {
      news.textContent = 'Thank you. Your kit would be on its way.';
    },
    onDecline: () => {
      news.textContent = 'The payment did not go through. Nothing was charged.';
    },
  });
});
