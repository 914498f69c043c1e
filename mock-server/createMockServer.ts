import type { HttpHandler } from 'msw/http';
import { createHandlers } from './handlers/createHandlers.ts';
import type { HostedPages, ServerContext } from './handlers/ServerContext.ts';
import { createRandom } from './store/createRandom.ts';
import type { HttpListener } from './adapters/listenHttp.ts';
import { createWorlds } from './webhooks/createWorlds.ts';
import { sendByFetch } from './webhooks/sendByFetch.ts';
import type { SendWebhook } from './webhooks/sendOnce.ts';

/** How a mock server is made. */
export interface MockServerOptions {
  /**
   * Real time, in milliseconds since 1970; each account's clock runs on it.
   *
   * @default Date.now
   */
  readonly now?: () => number;
  /**
   * Print nothing for each request.
   *
   * @default true
   */
  readonly quiet?: boolean;
  /** Names that requests may be sent to besides `localhost` and loopback addresses. */
  readonly allowHosts?: readonly string[];
  /** A secret that `/_mock` asks for. Needed to listen beyond loopback. */
  readonly controlToken?: string;
  /** Hosts besides loopback that webhooks may be sent to wherever they are: a container, a machine in the same network. */
  readonly allowWebhookHosts?: readonly string[];
  /**
   * Takes each webhook as a request, in place of the network: `(request) => app.fetch(request)`.
   *
   * @default over the network once the server listens; before that by `fetch`, which a handler of MSW can answer
   */
  readonly deliver?: (request: Request) => Response | Promise<Response>;
}

/** PaymentKit on your own machine. */
export interface MockServer {
  /** For MSW: `setupServer(...server.handlers)`. They answer for `https://api.paymentkit.com` and `https://checkout.paymentkit.com`. */
  readonly handlers: readonly HttpHandler[];
  /**
   * Answers over HTTP, on the same data as `handlers`. Resolves with the origin, `http://127.0.0.1:4242`.
   *
   * @param options.port - 0 takes a free one, and is the default
   * @param options.host - `127.0.0.1` by default; any other than a loopback one needs a `controlToken`
   */
  listen(options?: { readonly port?: number; readonly host?: string }): Promise<string>;
  /** Stops listening and cuts the connections there are. */
  close(): Promise<void>;
}

async function loadPages(): Promise<HostedPages> {
  const [
    { renderPage },
    { renderChallenge },
    { renderNotice },
    { pickLocale },
    { hostedPageAssets },
  ] = await Promise.all([
    import('./hosted-page/renderPage.ts'),
    import('./hosted-page/renderChallenge.ts'),
    import('./hosted-page/renderNotice.ts'),
    import('./hosted-page/pickLocale.ts'),
    import('./generated/hostedPageAssets.ts'),
  ]);
  return { renderPage, renderChallenge, renderNotice, pickLocale, assets: hostedPageAssets };
}

/** Over the network once something listens; what does it is loaded for the first webhook. */
function createSend(options: MockServerOptions, isListening: () => boolean): SendWebhook {
  const { deliver, allowWebhookHosts = [] } = options;
  if (deliver) return async (request) => deliver(request);
  let pinned: Promise<SendWebhook> | undefined;
  return async (request) => {
    if (!isListening()) return sendByFetch(request);
    pinned ??= import('./adapters/createSendPinned.ts').then(({ createSendPinned }) =>
      createSendPinned(allowWebhookHosts),
    );
    return (await pinned)(request);
  };
}

/**
 * Makes a mock of PaymentKit: its API, its hosted checkout page, and a clock for each account.
 *
 * @example
 * const server = createMockServer();
 * const origin = await server.listen();
 * await fetch(`${origin}/api/acc_test/checkout-sessions`, { method: 'POST', … });
 * await server.close();
 */
export function createMockServer(options: MockServerOptions = {}): MockServer {
  const { now = Date.now, quiet = true, allowHosts = [], controlToken } = options;
  const random = createRandom();
  const listeners: HttpListener[] = [];
  const worlds = createWorlds({
    realTime: now,
    send: createSend(options, () => listeners.length > 0),
    webhookHosts: options.allowWebhookHosts ?? [],
  });
  let pages: Promise<HostedPages> | undefined;
  const context: ServerContext = {
    store: worlds.store,
    worlds,
    newRequestId: () => random.id('req'),
    loadPages: () => (pages ??= loadPages()),
    reportError: (error) => {
      console.error(error);
    },
  };
  const handlers = createHandlers(context);

  return {
    handlers,
    async listen(where = {}) {
      // The transport is loaded only by who listens, so that the handlers run where there is no Node.
      const { listenHttp } = await import('./adapters/listenHttp.ts');
      const guard = { allowHosts, controlToken };
      const listener = await listenHttp({ ...where, handlers, context, guard, quiet });
      listeners.push(listener);
      return listener.origin;
    },
    async close() {
      worlds.stop();
      await Promise.all(listeners.splice(0).map((listener) => listener.close()));
    },
  };
}
