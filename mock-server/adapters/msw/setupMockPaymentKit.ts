/**
 * PaymentKit in the tests of Node, answered by MSW: no port, and no network.
 *
 * @module paymentkit-mock-server/node
 */

import type { AnyHandler } from 'msw';
import { setupServer, type SetupServer } from 'msw/node';
import { createMockControl } from '../../createMockControl.ts';
import type { MockControl } from '../../MockControl.ts';
import { createMockHandlers } from '../../createMockHandlers.ts';
import { sendByFetch } from '../../webhooks/sendByFetch.ts';
import { answerInProcess } from './answerInProcess.ts';
import { checkNode } from './checkNode.ts';

type Hook = (work: () => unknown) => unknown;

/** What a test runner offers. */
export interface TestHooks {
  readonly beforeAll: Hook;
  readonly afterEach: Hook;
  readonly afterAll: Hook;
}

/** How PaymentKit is mocked in tests. */
export interface SetupMockOptions extends Partial<TestHooks> {
  /**
   * The account that the code under test uses. It is as new for each test.
   *
   * @default 'acc_test'
   */
  readonly accountId?: string;
  /** Your own handlers. They are asked first. */
  readonly handlers?: readonly AnyHandler[];
  /**
   * Takes each webhook as a request, in place of the network: `(request) => app.fetch(request)`.
   *
   * @default by `fetch`, which one of your handlers can answer
   */
  readonly deliver?: (request: Request) => Response | Promise<Response>;
  /**
   * What MSW does with requests that nobody answers.
   *
   * @default 'bypass'
   */
  readonly onUnhandledFrame?: 'bypass' | 'warn' | 'error';
}

/** PaymentKit in a test file. */
export interface MockPaymentKit {
  /** What to give the code under test as the address of PaymentKit, if it does not have it already. */
  readonly url: string;
  /** The account, its time and its sessions. */
  readonly control: MockControl;
  /** MSW's own server, to put a handler before PaymentKit's for one test: `server.use(…)`. */
  readonly server: SetupServer;
}

const url = 'https://api.paymentkit.com';

/** Jest's are global, and Vitest's where it was told so. */
function findHooks(options: SetupMockOptions): TestHooks {
  const { beforeAll, afterEach, afterAll } = { ...(globalThis as Partial<TestHooks>), ...options };
  if (beforeAll && afterEach && afterAll) return { beforeAll, afterEach, afterAll };
  throw new Error(
    'Failed to set PaymentKit up: there are no beforeAll, afterEach and afterAll. Import them from vitest and pass them.',
  );
}

/** In one process MSW asks the one that listened last alone: of two, the code under test would know one account. */
let isListening = false;

function begin(): void {
  if (isListening) {
    throw new Error(
      'Failed to set PaymentKit up: it is set up already for these tests. Call setupMockPaymentKit once, and createMockControl({ url, accountId }) for another account.',
    );
  }
  isListening = true;
}

/**
 * Answers for `https://api.paymentkit.com` and `https://checkout.paymentkit.com` during the tests of a file, without any
 * network, with a fresh account for each test.
 *
 * @throws Error on a Node older than 22, and where there are no hooks of a test runner; in `beforeAll` where another one
 * answers already
 *
 * @example
 * ```ts
 * import { afterAll, afterEach, beforeAll } from 'vitest';
 * import { setupMockPaymentKit } from 'paymentkit-mock-server/node';
 *
 * const { control, url } = setupMockPaymentKit({ beforeAll, afterEach, afterAll });
 * console.log(url, control.accountId);
 * ```
 */
export function setupMockPaymentKit(options: SetupMockOptions = {}): MockPaymentKit {
  checkNode();
  const { accountId = 'acc_test', handlers = [], deliver, onUnhandledFrame = 'bypass' } = options;
  const { beforeAll, afterEach, afterAll } = findHooks(options);
  const mock = createMockHandlers({
    send: deliver ? async (request) => deliver(request) : sendByFetch,
  });
  const server = setupServer(...handlers, ...mock.compact);
  const control = createMockControl({ url, accountId, fetch: answerInProcess(mock.compact) });

  beforeAll(() => {
    begin();
    server.listen({ onUnhandledFrame });
  });
  afterEach(async () => {
    server.resetHandlers();
    await control.reset();
  });
  afterAll(() => {
    mock.worlds.stop();
    server.close();
    isListening = false;
  });
  return { url, control, server };
}
