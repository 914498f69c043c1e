import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createMockServer } from '../createMockServer.ts';
import { card, urls } from './contract/harness/createWorld.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'paymentkit-restart-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const made = z.looseObject({ id: z.string(), secure_token: z.string().optional() });
const listed = z.object({ data: z.array(z.looseObject({ id: z.string() })) });

/** A server on the same file as the one before. */
async function start(file = 'shop.db') {
  const server = createMockServer({ data: path.join(folder, file) });
  const origin = await server.listen();
  const ask = async (method: string, where: string, body?: object, key = 'sk_test_1') => {
    const response = await fetch(origin + where, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return (await response.json()) as unknown;
  };
  return { server, ask };
}

test('what a payment led to goes on after a restart: the renewal, the refund, the cascade', async () => {
  const first = await start();
  await first.ask('POST', '/_mock/accounts/acc_1/clock', {
    freeze: true,
    now: '2030-01-01T00:00:00Z',
  });
  const session = made.parse(
    await first.ask('POST', '/api/acc_1/checkout-sessions', {
      ...urls,
      line_items: [{ price_id: 'price_pro_monthly', quantity: 1 }],
    }),
  );
  const rising = made.parse(
    await first.ask('POST', '/api/acc_1/checkout-sessions', {
      ...urls,
      line_items: [{ price_id: 'price_basic', quantity: 1 }],
      cascade_line_items: [{ line_items: [{ price_id: 'price_xyz', quantity: 1 }] }],
    }),
  );
  const payment = { payment_method: card(), email: 'a@b.example', expected_amount_atom: 2900 };
  await first.ask('POST', '/api/checkout/session/payments', payment, session.secure_token);
  const declined = { payment_method: card('4000000000000002'), expected_amount_atom: 900 };
  const asked = { ...payment, ...declined };
  await first.ask('POST', '/api/checkout/session/payments', asked, rising.secure_token);
  const [invoice] = listed.parse(await first.ask('GET', '/api/acc_1/invoices')).data;
  await first.ask('POST', '/api/acc_1/payments/refunds', { invoice_id: invoice?.id });
  const lists = [
    'subscriptions',
    'invoices',
    'payments/refunds',
    'payment-intents',
    'checkout-sessions',
  ];
  const read = ({ ask }: typeof first) =>
    Promise.all(lists.map((list) => ask('GET', `/api/acc_1/${list}`)));
  const before = await read(first);
  await first.server.close();

  const second = await start();
  expect(await read(second)).toEqual(before);
  await second.ask('POST', '/_mock/accounts/acc_1/clock', { now: '2030-02-01T00:00:00Z' });
  expect(await second.ask('GET', '/api/acc_1/payments/refunds')).toMatchObject({
    data: [{ status: 'succeeded' }],
  });
  expect(await second.ask('GET', '/api/acc_1/invoices')).toMatchObject({
    data: [{ billing_reason: 'subscription_cycle', status: 'paid' }, { id: invoice?.id }],
  });
  expect(await second.ask('GET', `/api/acc_1/checkout-sessions/${rising.id}`)).toMatchObject({
    state: 'expired',
    amount_total_atom: 2000,
    cascade_status: { current_tier: 1, attempts: [{ tier: 0 }, { tier: 0 }] },
  });
  await second.server.close();
});

test('a checkout that stood open is there at its own address, before anybody asks for its account', async () => {
  const first = await start('open.db');
  const line_items = [{ price_id: 'price_basic', quantity: 1 }];
  const session = made.parse(
    await first.ask('POST', '/api/acc_1/checkout-sessions', { ...urls, line_items }),
  );
  await first.server.close();

  const second = await start('open.db');
  expect(
    await second.ask('GET', '/api/checkout/session', undefined, session.secure_token),
  ).toMatchObject({ id: session.id, state: 'open' });
  await second.server.close();
});

test('an account that was reset does not come back', async () => {
  const first = await start('reset.db');
  const { id } = made.parse(
    await first.ask('POST', '/api/acc_1/customers', { email: 'a@b.example' }),
  );
  const origin = await first.server.listen();
  const reset = await fetch(`${origin}/_mock/accounts/acc_1`, { method: 'DELETE' });
  expect(reset.status).toBe(204);
  await first.server.close();

  const second = await start('reset.db');
  const found = await second.ask('GET', `/api/acc_1/customers/${id}`);
  expect(found).toMatchObject({ status: 404 });
  await second.server.close();
});

test('a server that was closed listens again, and goes on with what is in its file', async () => {
  const { server, ask } = await start('again.db');
  const { id } = made.parse(await ask('POST', '/api/acc_1/checkout-sessions', urls));
  await server.close();
  const origin = await server.listen();
  const headers = { authorization: 'Bearer sk_test_1' };
  const path = `${origin}/api/acc_1/checkout-sessions/${id}`;
  expect((await fetch(path, { headers })).status).toBe(200);
  expect((await fetch(`${path}/expire`, { method: 'POST', headers })).status).toBe(200);
  await server.close();
  const later = await start('again.db');
  expect(await later.ask('GET', `/api/acc_1/checkout-sessions/${id}`)).toMatchObject({
    state: 'expired',
  });
  await later.server.close();
});

test('a file that could not be opened can be, once it was put right', async () => {
  const first = await start('torn.db');
  await first.ask('GET', '/api/acc_1/customers');
  await first.ask('GET', '/api/acc_2/customers');
  await first.server.close();
  const write = (from: string, to: string): void => {
    const database = new DatabaseSync(path.join(folder, 'torn.db'));
    database
      .prepare(
        "UPDATE things SET value = replace(value, ?, ?) WHERE kind = 'birth' AND account = ?",
      )
      .run(from, to, 'acc_2');
    database.close();
  };
  write('"key":"', '"key":"torn');
  const server = createMockServer({ data: path.join(folder, 'torn.db') });
  await expect(server.listen()).rejects.toThrow(
    'Failed to bring acc_2 back: what was kept of it is damaged. Put a copy of the file in its place',
  );
  write('"key":"torn', '"key":"');
  const origin = await server.listen();
  const accounts = await fetch(`${origin}/_mock/accounts`);
  const known = listed.parse(await accounts.json()).data.map(({ id }) => id);
  expect(known).toEqual(expect.arrayContaining(['acc_1', 'acc_2']));
  await server.close();
});

test('what the disk is too full for is refused, and nothing else', async () => {
  const { server } = await start('full.db');
  await server.close();
  const database = new DatabaseSync(path.join(folder, 'full.db'));
  database.exec(`
    CREATE TRIGGER too_full BEFORE INSERT ON things WHEN NEW.value LIKE '%"large"%'
    BEGIN SELECT RAISE(ROLLBACK, 'database or disk is full'); END`);
  database.close();
  const report = vi.spyOn(console, 'error').mockReturnValue();
  const origin = await server.listen();
  const headers = {
    ...{ authorization: 'Bearer sk_test_1', 'content-type': 'application/json' },
    'idempotency-key': 'key-1',
  };
  const create = async (name: string) => {
    const body = JSON.stringify({ email: 'a@b.example', name });
    const answer = await fetch(`${origin}/api/acc_1/customers`, { method: 'POST', headers, body });
    return answer.status;
  };
  expect([await create('large'), await create('large'), await create('small')]).toEqual([
    500, 500, 201,
  ]);
  expect(String(report.mock.calls[0]?.[0])).toContain('full.db: the disk is full. Make room on it');
  report.mockRestore();
  await server.close();
});

test('closing is done once it was done, also of what could not begin', async () => {
  const { server } = await start('closed.db');
  await server.close();
  await server.close();
  const broken = createMockServer({ data: path.join(folder, 'no', 'shop.db') });
  await expect(broken.listen()).rejects.toThrow('it cannot be written');
  await broken.close();
});

test('a server that is closed while it begins to listen does not listen', async () => {
  const server = createMockServer();
  const origin = server.listen();
  await server.close();
  await expect(fetch(await origin)).rejects.toThrow('fetch failed');
});
