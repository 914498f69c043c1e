import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setupMockPaymentKit } from 'paymentkit-mock-server/node';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { root } from '../root.ts';
import { readPage } from './readPage.ts';

interface Order {
  readonly sessionId: string;
  readonly currency: string;
  readonly amountAtom: number;
  readonly paid: boolean;
}

let settle: (order: Order) => Promise<boolean>;
const cache = path.join(root, 'node_modules/.cache/paymentkit');
let folder: string;

const { control, url } = setupMockPaymentKit({ beforeAll, afterEach, afterAll });

beforeAll(async () => {
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(path.join(cache, 'verifying-'));
  const [fence] = readPage('docs/guides/verifying-payments.md').fences;
  const file = path.join(folder, 'settle.mjs');
  writeFileSync(file, stripTypeScriptTypes(fence?.code ?? ''));
  ({ settle } = (await import(pathToFileURL(file).href)) as { settle: typeof settle });
  vi.stubEnv('PAYMENTKIT_URL', url);
  vi.stubEnv('PAYMENTKIT_ACCOUNT', control.accountId);
  vi.stubEnv('PAYMENTKIT_SECRET_KEY', 'sk_test_demo');
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

async function placeOrder(changes: Partial<Order> = {}): Promise<Order> {
  const { id } = await control.createSession();
  return { sessionId: id, currency: 'usd', amountAtom: 4900, paid: false, ...changes };
}

test('the rule of the guide settles what is paid, and nothing before', async () => {
  const order = await placeOrder();
  expect(await settle(order)).toBe(false);
  await control.settle(order.sessionId, 'complete');
  expect(await settle(order)).toBe(true);
  expect(order.paid).toBe(true);
});

test.each([{ amountAtom: 4901 }, { amountAtom: 4899 }, { currency: 'eur' }])(
  'it does not settle an order of %j',
  async (changes) => {
    const order = await placeOrder(changes);
    await control.settle(order.sessionId, 'complete');
    expect(await settle(order)).toBe(false);
    expect(order.paid).toBe(false);
  },
);

test('it does not settle an order that cost more than was agreed', async () => {
  const order = await placeOrder();
  const paid = { state: 'completed', currency: 'usd', amount_subtotal_atom: 4900 };
  onTestFinished(() => void vi.unstubAllGlobals());
  const settleAt = (amount_total_atom: number): Promise<boolean> => {
    vi.stubGlobal('fetch', async () => Response.json({ ...paid, amount_total_atom }));
    return settle(order);
  };
  expect(await settleAt(4901)).toBe(false);
  expect(await settleAt(3920)).toBe(true);
});

test('where PaymentKit could not be asked it does not say that nothing was paid', async () => {
  const order = await placeOrder();
  await control.settle(order.sessionId, 'complete');
  await control.faults.add({ match: 'GET /api/:account_id/checkout-sessions/:id', status: 503 });
  await expect(settle(order)).rejects.toThrow('PaymentKit');
  expect(await settle(order)).toBe(true);
});
