import type { CheckoutSession } from '../schemas/checkoutSession.ts';

/** What a session is good for: its token, its page, and the code that shows it. */
export function describeSession(session: CheckoutSession): string {
  const { id, secure_token: token, url, allowed_origins: origins } = session;
  return [
    `Checkout session ${id}`,
    '',
    `  Secure token  ${token}`,
    `  Checkout URL  ${url}`,
    '',
    'Go there',
    '',
    "  import { redirectToCheckout } from 'paymentkit-js';",
    `  await redirectToCheckout({ url: '${url}' });`,
    '',
    `Or show it in a page of ${origins.join(' or ')}`,
    '',
    "  import { mountCheckout } from 'paymentkit-js';",
    `  mountCheckout('#checkout', { url: '${url}' });`,
    '',
    'Pay with 4242 4242 4242 4242, any later date, any code.',
    '',
  ].join('\n');
}
