import { passthrough } from 'msw';
import { http } from 'msw/http';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe } from 'vitest';
import { createMockServer } from '../../createMockServer.ts';
import { paymentKitHandlers } from '../paymentKitHandlers.ts';

/** One way to reach the server, as a test sees it. */
export interface Transport {
  readonly name: string;
  /** Where requests go. */
  readonly api: () => string;
  /** The origin of its hosted pages. */
  readonly pages: () => string;
}

function overHttp(): Transport {
  const server = createMockServer();
  let origin = '';
  beforeAll(async () => {
    origin = await server.listen();
  });
  afterAll(() => server.close());
  return { name: 'node:http', api: () => origin, pages: () => origin };
}

function underMsw(): Transport {
  // The receivers of webhooks are real servers on every transport.
  const receivers = http.all(/^http:\/\/localhost:\d+\//, () => passthrough());
  const interceptor = setupServer(...paymentKitHandlers(), receivers);
  beforeAll(() => {
    interceptor.listen({ onUnhandledFrame: 'error' });
  });
  afterAll(() => {
    interceptor.close();
  });
  return {
    name: 'msw/node',
    api: () => 'https://api.paymentkit.com',
    pages: () => 'https://checkout.paymentkit.com',
  };
}

/** Generous, because it only ends what hangs: a busy machine is no failure. */
const timeout = 30_000;

/** Runs the same tests on every transport there is: what holds on one holds on all. */
export function describeTransports(title: string, tests: (transport: Transport) => void): void {
  describe(`${title} over node:http`, { timeout }, () => {
    tests(overHttp());
  });
  describe(`${title} under msw/node`, { timeout }, () => {
    tests(underMsw());
  });
}
