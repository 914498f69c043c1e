import type { HttpHandler } from 'msw/http';
import { compactHandlers } from './adapters/compactHandlers.ts';
import { createHandlers, paymentKitOrigins } from './handlers/createHandlers.ts';
import type { ServerContext } from './handlers/ServerContext.ts';
import { createRandom } from './store/createRandom.ts';
import { createWorlds, type Worlds } from './webhooks/createWorlds.ts';
import type { SendWebhook } from './webhooks/sendOnce.ts';

export interface MockHandlers {
  /** One for each method of each path. */
  readonly handlers: readonly HttpHandler[];
  /** The same, as one for each origin: for MSW, which asks one after the other. */
  readonly compact: readonly HttpHandler[];
  readonly context: ServerContext;
  readonly worlds: Worlds;
}

/** The mock without any transport: all of it but what listens runs in a browser too. */
export function createMockHandlers(options: {
  readonly now?: () => number;
  readonly send: SendWebhook;
  readonly allowWebhookHosts?: readonly string[];
  /** @default those of PaymentKit */
  readonly origins?: readonly string[];
}): MockHandlers {
  // Looked up each time: a test may have put another clock in its place, by which it also checks signatures.
  const { now = () => Date.now(), send, allowWebhookHosts = [] } = options;
  const { origins = paymentKitOrigins } = options;
  const random = createRandom();
  const reportError = (error: unknown): void => {
    console.error(error);
  };
  const webhookHosts = allowWebhookHosts;
  const worlds = createWorlds({ realTime: now, send, webhookHosts, reportError });
  const context: ServerContext = {
    store: worlds.store,
    worlds,
    newRequestId: () => random.id('req'),
    reportError,
  };
  const handlers = createHandlers(context, origins);
  return { handlers, compact: compactHandlers(handlers, origins), context, worlds };
}
