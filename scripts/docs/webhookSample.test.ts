import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setupMockPaymentKit } from 'paymentkit-mock-server/node';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { runCommand } from '../processes/runCommand.ts';
import { root } from '../root.ts';
import { readPage } from './readPage.ts';

interface Sample {
  readonly POST: (request: Request) => Promise<Response>;
}

let sample: Sample;
const { fences } = readPage('docs/guides/webhooks.md');
/** Where Node itself loads it, and finds the package by its name. */
const cache = path.join(root, 'node_modules/.cache/paymentkit');
let folder: string;

const { control } = setupMockPaymentKit({
  ...{ beforeAll, afterEach, afterAll },
  deliver: (request) => sample.POST(request),
});

async function load(name: string, code = ''): Promise<unknown> {
  const file = path.join(folder, `${name}.mjs`);
  writeFileSync(file, stripTypeScriptTypes(code));
  return import(pathToFileURL(file).href);
}

beforeAll(async () => {
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(path.join(cache, 'sample-'));
  sample = (await load('route', fences[0]?.code)) as Sample;
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('the route of the guide settles what the mock server delivers once, and nothing of a forger’s', async () => {
  vi.spyOn(console, 'warn').mockReturnValue();
  const told = vi.spyOn(console, 'log').mockReturnValue();
  const events = ['checkout_session.completed'] as const;
  const { secret } = await control.webhooks.endpoint('http://localhost:3000/webhooks', events);
  vi.stubEnv('PAYMENTKIT_WEBHOOK_SECRET', secret);
  const { id } = await control.createSession();
  await control.webhooks.fault('duplicate');
  await control.settle(id, 'complete');
  const answered = { response_status: 204 };
  expect(await control.webhooks.deliveries()).toMatchObject([answered, answered]);
  expect(told.mock.calls).toEqual([[expect.any(String), id]]);

  vi.stubEnv('PAYMENTKIT_WEBHOOK_SECRET', 'whsec_of_somebody_else');
  await control.settle((await control.createSession()).id, 'complete');
  expect((await control.webhooks.deliveries())[0]).toMatchObject({ response_status: 400 });
  expect(told).toHaveBeenCalledOnce();
  vi.unstubAllEnvs();
});

/** Sends the beginning of a request, and goes. */
const breakOff = `
  const socket = require('node:net').connect(Number(process.argv[1]), 'localhost');
  const head = 'POST / HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Length: 9\\r\\n\\r\\nabc';
  socket.write(head, () => setTimeout(() => socket.destroy(), 100));
`;

test('the server without a framework refuses a forger for good, and has what it failed to do come again', async () => {
  const failed = vi.spyOn(console, 'error').mockReturnValue();
  const act = vi.spyOn(console, 'log').mockReturnValue();
  const code = fences.find((fence) => fence.code.includes('createServer('))?.code;
  const served = code?.replace('\ncreateServer(', '\nexport const server = createServer(');
  const { server } = (await load('server', served?.replace('3000', '0'))) as { server: Server };
  onTestFinished(() => void server.close());
  if (!server.listening) await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const address = `http://localhost:${String(port)}`;
  const secret = 'whsec_of_the_test_and_nobody_else';
  const body = JSON.stringify({
    ...{ id: 'evt_1', object: 'event', type: 'checkout_session.completed', created: 0 },
    ...{ livemode: false, data: { object: { id: 'cs_1' }, previous_attributes: {} } },
  });
  const deliver = async (key: string): Promise<number> => {
    const signature = createHmac('sha256', key).update(body).digest('hex');
    const headers = { 'x-webhook-signature': signature };
    return (await fetch(address, { method: 'POST', headers, body })).status;
  };

  expect(await deliver(secret)).toBe(500); // nobody has set the secret yet
  vi.stubEnv('PAYMENTKIT_WEBHOOK_SECRET', secret);
  expect(await deliver('whsec_of_somebody_else')).toBe(400);
  vi.stubGlobal('crypto', undefined);
  expect(await deliver(secret)).toBe(500);
  vi.unstubAllGlobals();
  act.mockImplementationOnce(() => {
    throw new Error('The database is down');
  });
  expect(await deliver(secret)).toBe(500);
  expect(await deliver(secret)).toBe(204);

  // Whoever breaks off in the middle of a body does not end the server.
  failed.mockClear();
  // From a process of its own: MSW, which stands before the sockets of this one, waits for a whole request.
  await runCommand(process.execPath, ['-e', breakOff, String(port)]);
  await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce(), { timeout: 20_000 });
  vi.unstubAllEnvs();
});
