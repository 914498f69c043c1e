/**
 * PaymentKit as handlers, for a team that has an MSW of its own.
 *
 * @module paymentkit-mock-server/msw
 */

import type { HttpHandler } from 'msw/http';
import { createMockHandlers } from '../../createMockHandlers.ts';
import { sendByFetch } from '../../webhooks/sendByFetch.ts';
import { checkNode } from './checkNode.ts';

/** How the handlers are made. */
export interface PaymentKitHandlersOptions {
  /**
   * Real time, in milliseconds since 1970; each account's clock runs on it.
   *
   * @default Date.now
   */
  readonly now?: () => number;
  /**
   * Takes each webhook as a request: `(request) => app.fetch(request)`.
   *
   * @default by `fetch`, which another handler can answer
   */
  readonly deliver?: (request: Request) => Response | Promise<Response>;
}

/**
 * PaymentKit as handlers of MSW, to add to your own: they answer for `https://api.paymentkit.com` and
 * `https://checkout.paymentkit.com`, and for nothing else. Each call makes a mock of its own.
 *
 * @throws Error on a Node older than 22
 *
 * @example
 * ```ts
 * import { setupServer } from 'msw/node';
 * import { paymentKitHandlers } from 'paymentkit-mock-server/msw';
 *
 * const server = setupServer(...paymentKitHandlers());
 * server.listen();
 * ```
 */
export function paymentKitHandlers(options: PaymentKitHandlersOptions = {}): HttpHandler[] {
  checkNode();
  const { deliver, now } = options;
  const send = deliver ? async (request: Request) => deliver(request) : sendByFetch;
  return [...createMockHandlers({ send, ...(now && { now }) }).compact];
}
