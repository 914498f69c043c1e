import { createMockServer, type MockServer } from 'paymentkit-mock-server';
import { afterAll, beforeAll } from 'vitest';

/** A mock server for all tests of a file. Gives its address, once they run. */
export function useMockServer(): () => string {
  let server: MockServer;
  let url: string;
  beforeAll(async () => {
    server = createMockServer({ quiet: true });
    url = await server.listen({ port: 0 });
  });
  afterAll(async () => {
    await server.close();
  });
  return () => url;
}
