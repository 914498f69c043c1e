import { mountCheckout, type Appearance, type Checkout } from 'paymentkit-js';
import { findElement } from '../shop-server/client/findElement.ts';
import { shopApi } from '../shop-server/client/shopApi.ts';

const form = findElement('order', HTMLFormElement);
const kits = findElement('kits', HTMLFieldSetElement);
const button = findElement('order-button', HTMLButtonElement);
const news = findElement('news', HTMLParagraphElement);
const empty = findElement('empty', HTMLDivElement);
const place = findElement('checkout', HTMLDivElement);
const dark = matchMedia('(prefers-color-scheme: dark)');

let checkout: Checkout | undefined;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const product = new FormData(form).get('product');
  if (checkout) putAway('');
  else if (typeof product === 'string') pay(product);
});

function pay(product: string): void {
  showPlace(true);
  checkout = mountCheckout(place, {
    // Asked now, not when the page opens, and once more if the shopper presses "Try again".
    url: () => shopApi.startOrder({ product, storefront: 'inline' }),
    // Posted to our server once PaymentKit says "completed". The server checks; then the shopper goes to success_url.
    completion: { endpoint: '/api/completion' },
    appearance: shopColours(),
    onReady: () => {
      news.textContent = '';
      // Into the form, unless the shopper has gone elsewhere while it was loading.
      if (document.activeElement === button) checkout?.focus();
    },
    onSubmit: () => {
      // Money is moving: no changing of mind until the bank has answered.
      button.disabled = true;
      news.textContent = 'Your payment is being taken…';
    },
    onDecline: () => {
      button.disabled = false;
      news.textContent =
        'The payment did not go through. You have not been charged; your kit is kept.';
    },
    onComplete: () => {
      news.textContent = 'Your payment is complete. Taking you to your order…';
    },
    onCancel: (event) => {
      // Not to return_url: the shopper is in the shop already.
      event.preventDefault();
      putAway('You left the checkout. You have not been charged.');
    },
    onExpire: (event) => {
      event.preventDefault();
      putAway('The checkout has expired. You have not been charged. Order again to go on.');
    },
    onError: (event) => {
      // Where the shopper can do something, PaymentKit.js says so in the checkout's place, with "Try again".
      button.disabled = false;
      news.textContent =
        'The checkout does not work at the moment. We also take orders by phone: 555 0134.';
      console.error(event.error);
    },
  });
  place.scrollIntoView({ block: 'nearest' });
}

/** Takes the checkout off the page. The order stays: ordering again goes on with the same one. */
function putAway(message: string): void {
  const wasInside = place.contains(document.activeElement);
  checkout?.destroy();
  checkout = undefined;
  showPlace(false);
  news.textContent = message;
  // The frame is gone, and whoever was typing in it goes on from here.
  if (wasInside) button.focus();
}

function showPlace(isShown: boolean): void {
  place.hidden = !isShown;
  empty.hidden = isShown;
  kits.disabled = isShown;
  button.disabled = false;
  button.textContent = isShown ? 'Change the order' : 'Order the kit';
  // One thing to press at a time: while the checkout is open, that is its Pay button.
  button.classList.toggle('quiet', isShown);
  news.textContent = '';
}

/** The checkout in the colours of the shop, by day and by night. */
function shopColours(): Appearance {
  return dark.matches
    ? { theme: 'dark', accentColor: '#ece6da', radius: '0px' }
    : { theme: 'light', accentColor: '#2b2620', radius: '0px' };
}

dark.addEventListener('change', () => {
  checkout?.update({ appearance: shopColours() });
});
