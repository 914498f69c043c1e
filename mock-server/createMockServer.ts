/**
 * PaymentKit on a port of this machine: the API, the hosted page, the dashboard, and a clock that can be moved.
 *
 * @module paymentkit-mock-server
 */

import type { HttpHandler } from 'msw/http';
import { createMockHandlers } from './createMockHandlers.ts';
import { createListeners } from './adapters/http/createListeners.ts';
import { checkOptions } from './domain/requests/checkOptions.ts';
import type { Seeded } from './seed/applyPlan.ts';
import { createDataFile } from './webhooks/createDataFile.ts';
import { sendByFetch } from './webhooks/sendByFetch.ts';
import type { SendWebhook } from './webhooks/sendOnce.ts';

export { createMockControl } from './createMockControl.ts';
export type {
  MockClock,
  MockControl,
  MockControlOptions,
  MockFault,
  MockFaults,
  MockOutcome,
  MockWebhooks,
} from './MockControl.ts';

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
  /**
   * A file that everything is kept in, made when there is none, from when the server listens. Whatever was answered is
   * there after a restart, even when the process was killed. It holds secure tokens: only its owner may read it.
   *
   * @default in memory only
   */
  readonly data?: string;
}

export type { Seeded };

/** PaymentKit on your own machine. */
export interface MockServer {
  /**
   * For MSW: `setupServer(...server.handlers)`. They answer for `https://api.paymentkit.com` and
   * `https://checkout.paymentkit.com`.
   */
  readonly handlers: readonly HttpHandler[];
  /**
   * Answers over HTTP, on the same data as `handlers`. Resolves with the origin, `http://127.0.0.1:4242`.
   *
   * @param options.port - 0 takes a free one, and is the default
   * @param options.host - `127.0.0.1` by default; any other than a loopback one needs a `controlToken`
   */
  listen(options?: { readonly port?: number; readonly host?: string }): Promise<string>;
  /**
   * Adds the records of a JSON file to their accounts, checked as the API checks them: all of them, or none when
   * anything is wrong, with the line of each mistake. A record that is there already, by its id or written the same,
   * is left as it is; an account that is reset gets them again. The pages of checkout sessions are where the server
   * listens by then.
   */
  seed(file: string): Promise<Seeded>;
  /** Stops listening and cuts the connections there are. It can listen again, and goes on where it stopped. */
  close(): Promise<void>;
}

/** Where pages are for who does not listen. */
const paymentKitPages = 'https://checkout.paymentkit.com';

const known: readonly (keyof MockServerOptions)[] = [
  ...(['now', 'quiet', 'allowHosts', 'controlToken', 'allowWebhookHosts', 'deliver'] as const),
  'data',
];

const ofListen = 'Give it to listen: server.listen({ port: 4242 }).';

/** Over the network once something listens; what does it is loaded for the first webhook. */
function createSend(options: MockServerOptions, isListening: () => boolean): SendWebhook {
  const { deliver, allowWebhookHosts = [] } = options;
  if (deliver) return async (request) => deliver(request);
  let pinned: Promise<SendWebhook> | undefined;
  return async (request) => {
    if (!isListening()) return sendByFetch(request);
    pinned ??= import('./adapters/http/createSendPinned.ts').then(({ createSendPinned }) =>
      createSendPinned(allowWebhookHosts),
    );
    return (await pinned)(request);
  };
}

/**
 * Makes a mock of PaymentKit: its API, its hosted checkout page, and a clock for each account.
 *
 * @throws Error where an option does not exist
 *
 * @example
 * ```ts
 * import { createMockControl, createMockServer } from 'paymentkit-mock-server';
 *
 * const server = createMockServer();
 * const url = await server.listen({ port: 0 });
 * const { id } = await createMockControl({ url }).createSession();
 * console.log(url, id);
 * await server.close();
 * ```
 */
export function createMockServer(options: MockServerOptions = {}): MockServer {
  checkOptions('make a mock server', options, known, { port: ofListen, host: ofListen });
  const { quiet = true, allowHosts = [], controlToken, data } = options;
  const listeners = createListeners(async (where) => {
    await file.open();
    // The transport is loaded only by who listens, so that the handlers run where there is no Node.
    const { listenHttp } = await import('./adapters/http/listenHttp.ts');
    const guard = { allowHosts, controlToken };
    return listenHttp({ ...where, handlers, context, guard, quiet });
  });
  const send = createSend(options, () => !listeners.isEmpty());
  const { handlers, compact, context, worlds } = createMockHandlers({ ...options, send });
  const file = createDataFile(data, worlds);

  return {
    handlers: compact,
    async listen(where: unknown = {}) {
      // As with `node:http`, which takes the port alone; on any free one nobody would find it.
      if (typeof where === 'object' && where) {
        checkOptions('listen', where, ['port', 'host']);
        return listeners.add(where);
      }
      throw new Error('Failed to listen: the port was given by itself. Give { port: 4242 }.');
    },
    async seed(name) {
      const { readSeedFile } = await import('./adapters/readSeedFile.ts');
      const seed = await readSeedFile(name);
      await file.open();
      return seed(context.store, (await listeners.origin()) ?? paymentKitPages);
    },
    async close() {
      worlds.stop();
      await listeners.closeAll();
      // What came meanwhile.
      worlds.stop();
      await file.close();
    },
  };
}
