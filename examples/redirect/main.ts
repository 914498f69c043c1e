import { redirectToCheckout } from 'paymentkit-js';
import { findElement } from '../shop-server/client/findElement.ts';
import { shopApi } from '../shop-server/client/shopApi.ts';

const button = findElement('book', HTMLButtonElement);
const news = findElement('news', HTMLParagraphElement);
const label = button.textContent;

button.addEventListener('click', () => {
  // Said, not `disabled`: a disabled button would lose the keyboard's place.
  if (button.ariaDisabled !== 'true') void leaveForCheckout();
});

async function leaveForCheckout(): Promise<void> {
  button.ariaDisabled = 'true';
  button.textContent = 'Redirecting…';
  news.textContent = '';
  try {
    const url = await shopApi.startOrder({ product: 'workshop', storefront: 'redirect' });
    await redirectToCheckout({ url });
    // We get here only by Back, when the browser has kept this page: "Redirecting…" must not stand there for ever.
  } catch (error) {
    console.error(error);
    news.textContent =
      'The checkout cannot be reached. You have not been charged. Please try again.';
  }
  button.ariaDisabled = 'false';
  button.textContent = label;
}
