/**
 * PaymentKit within a page, answered by MSW’s worker: no server is needed.
 *
 * @module paymentkit-mock-server/browser
 */

import type { AnyHandler } from 'msw';
import { setupWorker, type SetupWorker } from 'msw/browser';
import { createMockControl } from '../../createMockControl.ts';
import type { MockControl } from '../../MockControl.ts';
import { createMockHandlers } from '../../createMockHandlers.ts';
import { sendByFetch } from '../../webhooks/sendByFetch.ts';
import { answerInProcess } from './answerInProcess.ts';
import { pageHandlers } from './pageHandlers.ts';
import { workerFault } from './workerFault.ts';

/** How PaymentKit is mocked in a page. */
export interface BrowserMockOptions {
  /**
   * The account that sessions are made in.
   *
   * @default 'acc_demo'
   */
  readonly accountId?: string;
  /** Your own handlers. They are asked first. */
  readonly handlers?: readonly AnyHandler[];
  /**
   * Where the worker's script is: MSW's, which `npx msw init public` puts into a folder `public`. It has to lie at the
   * root of the site: from a folder its worker could not answer for the checkout's frame.
   *
   * @default '/mockServiceWorker.js'
   */
  readonly serviceWorker?: string;
  /** Takes each webhook as a request, in place of the network. */
  readonly deliver?: (request: Request) => Response | Promise<Response>;
}

/** PaymentKit inside a page, until the page is left. */
export interface BrowserMock {
  /** The page's own origin, which plays PaymentKit: `host: 'self'` for the SDK. */
  readonly url: string;
  /**
   * An account, its time and its sessions. It makes the sessions that a merchant's server would make; they lead back to
   * this page, and may be shown in it, unless told otherwise.
   */
  readonly control: MockControl;
  /** MSW's own, for handlers of one moment: `worker.use(…)`. */
  readonly worker: SetupWorker;
  /** Stops answering. */
  stop(): Promise<void>;
}

/**
 * Answers PaymentKit's API and hosted page on the page's own origin, by a service worker: a static site can show a whole
 * checkout with no server.
 *
 * @throws Error when the worker's script is in a folder, when there are no service workers, or when the worker does not
 *   control the page, as after a reload with Shift
 *
 * @example
 * ```ts
 * import { mountCheckout } from 'paymentkit-js';
 * import { startMockPaymentKit } from 'paymentkit-mock-server/browser';
 *
 * const { control } = await startMockPaymentKit();
 * const { secure_token: secureToken } = await control.createSession();
 * mountCheckout('#checkout', { host: 'self', secureToken, redirect: 'never' });
 * ```
 */
export async function startMockPaymentKit(options: BrowserMockOptions = {}): Promise<BrowserMock> {
  const {
    handlers = [],
    serviceWorker = '/mockServiceWorker.js',
    accountId = 'acc_demo',
  } = options;
  const { deliver } = options;
  const { origin, href } = location;
  const fault = workerFault(serviceWorker, href, 'serviceWorker' in navigator);
  if (fault !== undefined) throw new Error(`Failed to mock PaymentKit: ${fault}`);
  const mock = createMockHandlers({
    origins: [origin],
    send: deliver ? async (request) => deliver(request) : sendByFetch,
  });
  const worker = setupWorker(...handlers, ...pageHandlers(mock.handlers, origin));
  await worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: serviceWorker },
  });
  if (navigator.serviceWorker.controller === null) {
    await worker.stop();
    throw new Error(
      'Failed to mock PaymentKit: the service worker does not control this page. Reload it without Shift.',
    );
  }
  const send = answerInProcess(mock.compact);
  const control = createMockControl({ url: origin, accountId, fetch: send });
  const urls = { success_url: href, return_url: href };
  return {
    url: origin,
    control: { ...control, createSession: (body) => control.createSession({ ...urls, ...body }) },
    worker,
    async stop() {
      mock.worlds.stop();
      await worker.stop();
    },
  };
}
