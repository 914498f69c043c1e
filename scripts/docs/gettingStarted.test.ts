import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createMockControl, createMockServer, type MockControl } from 'paymentkit-mock-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFreePort } from '../processes/findFreePort.ts';
import { root } from '../root.ts';
import { readPage } from './readPage.ts';

const accountId = 'acc_getting_started';
const mock = createMockServer({ quiet: true });
let folder: string;
let control: MockControl;
let server: ChildProcess;
let shop: string;

/** The files that the guide names in their first lines. */
function writeFiles(): void {
  for (const { code } of readPage('docs/guides/getting-started.md').fences) {
    const name = /^(?:\/\/|<!--) (\S+\.\w+)/.exec(code)?.[1];
    if (name !== undefined) writeFileSync(path.join(folder, name), code);
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'paymentkit-shop-'));
  const [url, port] = [await mock.listen(), await findFreePort()];
  control = createMockControl({ url, accountId });
  shop = `http://localhost:${port}`;
  writeFiles();
  const settings = { PORT: port, PAYMENTKIT_URL: url, PAYMENTKIT_ACCOUNT: accountId };
  server = spawn(process.execPath, ['server.mts'], {
    cwd: folder,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await Promise.race([once(server.stdout ?? server, 'data'), once(server, 'exit')]);
});

afterAll(async () => {
  server.kill();
  await mock.close();
  rmSync(folder, { recursive: true });
});

const ask = (where: string, method = 'GET'): Promise<Response> => fetch(shop + where, { method });

test('its page finds the SDK where its import map says', async () => {
  const page = await (await ask('/')).text();
  const sdk = await ask(/"paymentkit-js": "(.+?)"/.exec(page)?.[1] ?? '');
  expect(sdk.headers.get('content-type')).toBe('text/javascript');
  expect(await sdk.text()).toContain('mountCheckout');
});

test('it makes a session, and says thank you only for one that is paid', async () => {
  expect((await fetch(await (await ask('/checkout', 'POST')).text())).status).toBe(200);
  const { data } = (await control.request('GET', '/checkout-sessions')) as {
    data: [{ id: string }];
  };
  const [{ id }] = data;
  const success = `/success?session_id=${id}`;
  expect(await (await ask(success)).text()).toBe('Not paid: open');
  await control.settle(id, 'complete');
  expect(await (await ask(success)).text()).toBe('Thank you');
});

test('an address that it does not have confirms nothing', async () => {
  expect((await ask('/checkout/complete', 'POST')).status).toBe(404);
});
