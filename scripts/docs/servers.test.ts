import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setupMockPaymentKit } from 'paymentkit-mock-server/node';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { root } from '../root.ts';
import { readPage } from './readPage.ts';

interface Fastify {
  readonly server: Server;
  ready(): Promise<unknown>;
}

type Answer = (request: Request) => Response | Promise<Response>;

/** Where Node itself loads the files of the guide, and finds the packages by their names. */
const cache = path.join(root, 'node_modules/.cache/paymentkit');
let folder: string;
const { fences } = readPage('docs/guides/servers.md');

const afterwards: (() => unknown)[] = [() => rmSync(folder, { recursive: true })];

beforeAll(() => {
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(path.join(cache, 'servers-'));
});

let answer: Answer;
const { control, url } = setupMockPaymentKit({
  ...{ beforeAll, afterEach, afterAll },
  deliver: (request) => Promise.resolve(answer(request)),
});

/** The fence in which these words stand, as a module beside the others. */
async function load(words: string): Promise<Record<string, unknown>> {
  const code = fences.find((fence) => fence.code.includes(words))?.code ?? '';
  const name = /^\/\/ (\w+)\.ts$/m.exec(code)?.[1] ?? words.replace(/\W/g, '');
  const file = path.join(folder, `${name}.mjs`);
  writeFileSync(file, stripTypeScriptTypes(code).replace(/(from '\.\/\w+)\.ts'/g, "$1.mjs'"));
  return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
}

/** A listener of Node, asked as a `Request`. */
async function listen(server: Server): Promise<Answer> {
  await once(server.listen(0, 'localhost'), 'listening');
  afterwards.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return async (request) => {
    const { method, headers } = request;
    const body = await request.text();
    const where = `http://localhost:${String(port)}${new URL(request.url).pathname}`;
    return fetch(where, { method, headers, body });
  };
}

/** The modules that Next.js would look for, by the folders that it looks in. */
async function loadNextRoutes(): Promise<Answer> {
  const routes = new Map<string, Answer>();
  for (const { code } of fences) {
    const where = /^\/\/ app(\/.+)\/route\.ts$/m.exec(code)?.[1];
    if (where === undefined) continue;
    const file = path.join(folder, 'app', where, 'route.mjs');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, code.replace(/(\.\.\/routes)'/, "$1.mjs'"));
    const { POST } = (await import(pathToFileURL(file).href)) as { POST: Answer };
    routes.set(where, POST);
  }
  return (request) =>
    routes.get(new URL(request.url).pathname)?.(request) ?? new Response(null, { status: 404 });
}

const frameworks: Readonly<Record<string, () => Promise<Answer>>> = {
  'Next.js': loadNextRoutes,
  Hono: async () => ((await load('new Hono')).app as { fetch: Answer }).fetch,
  'an edge runtime': async () =>
    ((await load('export default {')).default as { fetch: Answer }).fetch,
  Node: async () => {
    await load('// onNode.ts');
    return listen((await load('createServer(')).server as Server);
  },
  Express: async () => {
    await load('// onNode.ts');
    return listen(createServer((await load('express()')).app as RequestListener));
  },
  Fastify: async () => {
    await load('// onNode.ts');
    const app = (await load('fastify()')).app as Fastify;
    await app.ready();
    return listen(app.server);
  },
};

beforeAll(async () => {
  await load('// routes.ts');
});

afterAll(() => {
  for (const undo of afterwards) undo();
});

const post = (where: string, body: object = {}): Promise<Response> =>
  Promise.resolve(
    answer(
      new Request(`http://localhost:3000${where}`, { method: 'POST', body: JSON.stringify(body) }),
    ),
  );

/** An order in the shop that was started, and what the shop says of it. */
async function order() {
  const said = vi.spyOn(console, 'log').mockReturnValue();
  const { secret } = await control.webhooks.endpoint('http://localhost:3000/webhooks');
  vi.stubEnv('PAYMENTKIT_URL', url);
  vi.stubEnv('PAYMENTKIT_ACCOUNT', control.accountId);
  vi.stubEnv('PAYMENTKIT_SECRET_KEY', 'sk_test_demo');
  vi.stubEnv('PAYMENTKIT_WEBHOOK_SECRET', secret);

  expect(await (await post('/checkout')).text()).toContain('/checkout/cst_');
  const { data } = (await control.request('GET', '/checkout-sessions')) as {
    data: [{ id: string }];
  };
  const [{ id }] = data;
  const complete = async (): Promise<number> =>
    (await post('/checkout/complete', { session_id: id })).status;
  return { id, said, complete };
}

test.each(Object.entries(frameworks))('%s takes the routes of the guide', async (_name, start) => {
  answer = await start();
  const { id, said, complete } = await order();
  expect(await complete()).toBe(409);
  await control.settle(id, 'complete');
  expect(await complete()).toBe(204);

  expect((await post('/webhooks')).status).toBe(400);
  const statuses = (await control.webhooks.deliveries()).map((one) => one.response_status);
  expect(new Set(statuses)).toEqual(new Set([204]));
  expect(said.mock.calls).toEqual([['Ship the order of', id]]);
  expect((await post('/nowhere')).status).toBe(404);
});

test('the routes ship no order that cost more than was agreed', async () => {
  answer = await loadNextRoutes();
  const { id, said, complete } = await order();
  const paid = { id, state: 'completed', currency: 'usd', amount_subtotal_atom: 2000 };
  const totals = [2001, 2000];
  onTestFinished(() => void vi.unstubAllGlobals());
  vi.stubGlobal('fetch', async () => Response.json({ ...paid, amount_total_atom: totals.shift() }));
  expect([await complete(), said.mock.calls.length]).toEqual([409, 0]);
  expect([await complete(), said.mock.calls.length]).toEqual([204, 1]);
});
