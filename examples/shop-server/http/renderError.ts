import type { Context } from 'hono';
import { PaymentKitUnavailable } from '../paymentkit/PaymentKitUnavailable.ts';
import { renderPage } from './renderPage.ts';

/** A failure as the caller can use it: JSON for the shop's API, a page with a way on for people. Never a blank page. */
export function renderError(c: Context, error: unknown): Response {
  const isPaymentKit = error instanceof PaymentKitUnavailable;
  const status = isPaymentKit ? 503 : 500;
  // The log is for us; the sentence for the shopper names neither hosts nor causes.
  console.error(error);
  if (c.req.path.startsWith('/api/')) {
    const code = isPaymentKit ? 'payment_service_unavailable' : 'internal_error';
    return c.json(
      { error: code, message: 'Nothing was charged by this request. Try again.' },
      status,
    );
  }
  return renderPage(
    c,
    'shop-server/pages/error.html',
    isPaymentKit ? unavailable : internal,
    status,
  );
}

const unavailable = {
  heading: 'The checkout cannot be reached',
  message:
    'Our payment service does not answer. You have not been charged. Please try again in a moment.',
  hint: 'Running this on your own machine? The shop needs the PaymentKit server beside it: npm start in the root of the repository starts both.',
};
const internal = {
  heading: 'Something in the shop broke',
  message:
    'It is our mistake, and we have made a note of it. Nothing was charged by what you just did.',
};
