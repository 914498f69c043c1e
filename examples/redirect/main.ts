import { redirectToCheckout } from 'paymentkit-js';
import { findElement } from '../shop-server/client/findElement.ts';
import { shopApi } from '../shop-server/client/shopApi.ts';

const button = findElement('book', HTMLButtonElement);
const news = findElement('news', HTMLParagraphElement);
const label = button.textContent;

button.addEventListener('click', () => {
  void leaveForCheckout();
});

async function leaveForCheckout(): Promise<void> {
  button.disabled = true;
  button.textContent = 'Redirecting…';
  news.textContent = '';
  try {
    await redirectToCheckout({
      url: await shopApi.startOrder({ product: 'workshop', storefront: 'redirect' }),
    });
    // We get here only by Back, when the browser has kept this page: the button must not say "Redirecting…" for ever.
  } catch (error) {
    console.error(error);
    news.textContent =
      'The checkout cannot be reached. You have not been charged. Please try again.';
  }
  button.disabled = false;
  button.textContent = label;
}
