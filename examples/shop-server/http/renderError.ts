import type { Context } from 'hono';
import { renderPage } from './renderPage.ts';

/** A failure as the caller can use it: JSON for programs, a page with a way on for people. Never a blank page. */
export function renderError(c: Context, kind: keyof typeof failures): Response {
  const { status, ...words } = failures[kind];
  if (/^\/(api|webhooks)\//.test(c.req.path)) {
    return c.json({ error: kind, message: words.heading }, status);
  }
  return renderPage(c, 'shop-server/pages/error.html', words, status);
}

// Sentences for shoppers: no causes, hosts or stacks.
const failures = {
  payment_service_unavailable: {
    status: 503,
    heading: 'The checkout cannot be reached',
    message:
      'Our payment service does not answer. Your order was not placed, and you have not been ' +
      'charged for it. Please try again in a moment.',
    hint:
      'Running this on your own machine? The shop needs the PaymentKit server beside it: ' +
      'npm start in the root of the repository starts both.',
  },
  internal_error: {
    status: 500,
    heading: 'Something in the shop broke',
    message: 'It is our mistake. If you have paid, nothing is lost: please do not pay again.',
  },
  not_found: {
    status: 404,
    heading: 'There is no such page',
    message: 'The address may be incomplete, or what was here has moved.',
  },
  not_built: {
    status: 503,
    heading: 'This example is not built yet',
    message: 'Run npm run build in the root of the repository, then start the shop again.',
  },
} as const;
