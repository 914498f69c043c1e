import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createShoppers, type Shopper } from './createShoppers.ts';
import { startWithData, type Running } from './startWithData.ts';

/** In continuous integration as often as is promised. */
const kills = process.env['PAYMENTKIT_TESTS'] === 'all' ? 20 : 3;
vi.setConfig({ testTimeout: kills * 10_000 });

let folder: string;
let last: Running | undefined;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'paymentkit-killed-'));
});
afterAll(async () => {
  // Also when a test failed: no server outlives it.
  await last?.kill();
  rmSync(folder, { recursive: true });
});

const account = 'acc_killed';

interface Listed {
  readonly id: string;
  readonly type?: string;
  readonly state?: string;
  readonly status?: string;
  readonly checkout_session_id?: string;
  readonly payment_intent_id?: string | null;
  readonly invoice_id?: string | null;
  readonly subscription_ids?: readonly string[];
  readonly data?: { readonly object: { readonly id: string } };
}

/** Every record of a resource. */
async function listAll(origin: string, resource: string): Promise<readonly Listed[]> {
  const all: Listed[] = [];
  for (let more = true; more;) {
    const url = `${origin}/api/${account}/${resource}?limit=100&offset=${String(all.length)}`;
    const response = await fetch(url, { headers: { authorization: 'Bearer sk_test_1' } });
    const page = (await response.json()) as { data: Listed[]; has_more: boolean };
    all.push(...page.data);
    more = page.has_more;
  }
  return all;
}

async function readWorld(origin: string) {
  const names = ['checkout-sessions', 'payment-intents', 'invoices', 'subscriptions', 'events'];
  const lists = await Promise.all(names.map((name) => listAll(origin, name)));
  const [sessions = [], intents = [], invoices = [], subscriptions = [], events = []] = lists;
  return { sessions, intents, invoices, subscriptions, events };
}

/** A paid session has everything that a payment leaves behind, and one that is not paid has nothing of it. */
function expectWhole({ sessions, intents, invoices, subscriptions, events }: World): void {
  const paid = sessions.filter(({ state }) => state === 'completed');
  expect(sessions.filter(({ state }) => state === 'open').length).toBe(
    sessions.length - paid.length,
  );
  const ids = (list: readonly (string | null | undefined)[]) => list.map(String).sort();
  expect(ids(intents.map(({ id }) => id))).toEqual(
    ids(paid.map(({ payment_intent_id: id }) => id)),
  );
  expect(intents.filter(({ status }) => status !== 'succeeded')).toEqual([]);
  expect(ids(invoices.map(({ id }) => id))).toEqual(ids(paid.map(({ invoice_id: id }) => id)));
  expect(ids(subscriptions.map(({ id }) => id))).toEqual(
    ids(paid.flatMap(({ subscription_ids: made = [] }) => made)),
  );
  const told = (type: string) =>
    ids(events.filter((event) => event.type === type).map(({ data }) => data?.object.id));
  expect(told('checkout_session.created')).toEqual(ids(sessions.map(({ id }) => id)));
  expect(told('checkout_session.completed')).toEqual(ids(paid.map(({ id }) => id)));
}

type World = Awaited<ReturnType<typeof readWorld>>;

function expectKept({ sessions }: World, known: readonly Shopper[]): void {
  const states = new Map(sessions.map(({ id, state }) => [id, state]));
  expect(known.filter(({ id }) => !states.has(id))).toEqual([]);
  const lost = known.filter(({ id, paid }) => paid && states.get(id) !== 'completed');
  expect(lost).toEqual([]);
}

test('a server that is killed again and again loses nothing that it answered, and nothing is half done (fault 59)', async () => {
  const file = path.join(folder, 'data.db');
  const shoppers = createShoppers(account);
  for (let kill = 0; kill <= kills; kill += 1) {
    const server = await startWithData(file);
    last = server;
    const world = await readWorld(server.origin);
    expectKept(world, shoppers.known);
    expectWhole(world);
    // Whoever got no answer asks again with the same key, and pays once.
    const unsure = shoppers.known.filter(({ paid }) => !paid);
    await Promise.all(unsure.map((shopper) => shoppers.pay(server.origin, shopper)));
    let left = kill === kills ? 0 : 20 + ((kill * 7) % 23);
    const shopping =
      left === 0
        ? undefined
        : shoppers.shop(server.origin, () => {
            left -= 1;
            if (left === 0) void server.kill();
          });
    await shopping;
    if (kill === kills) expectWhole(await readWorld(server.origin));
    await server.kill();
  }
  expect(shoppers.known.length).toBeGreaterThan(kills * 10);
  expect(readFileSync(file).includes('4242424242424242')).toBe(false);
});
