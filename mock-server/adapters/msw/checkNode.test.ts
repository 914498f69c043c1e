import { afterEach, expect, test, vi } from 'vitest';
import { paymentKitHandlers } from './paymentKitHandlers.ts';
import { setupMockPaymentKit } from './setupMockPaymentKit.ts';

const kept = Object.getOwnPropertyDescriptor(Promise, 'withResolvers') ?? {};

afterEach(() => {
  Object.defineProperty(Promise, 'withResolvers', kept);
  vi.unstubAllGlobals();
});

const hooks = { beforeAll: () => 0, afterEach: () => 0, afterAll: () => 0 };
const needed = `Failed to set PaymentKit up in this process: MSW needs Node 22.14 or later for it, and this is ${process.versions.node}. Update Node.`;

test.each([
  ['setupMockPaymentKit', () => setupMockPaymentKit(hooks)],
  ['paymentKitHandlers', () => paymentKitHandlers()],
])('%s names the Node that is too old for it', (_, setUp) => {
  Reflect.deleteProperty(Promise, 'withResolvers');
  expect(setUp).toThrow(needed);
});

test('a page takes the handlers in an older browser, too', () => {
  Reflect.deleteProperty(Promise, 'withResolvers');
  vi.stubGlobal('process', undefined);
  expect(paymentKitHandlers().length).toBeGreaterThan(0);
});
