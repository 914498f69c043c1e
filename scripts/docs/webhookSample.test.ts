import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setupMockPaymentKit } from 'paymentkit-mock-server/node';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { root } from '../root.ts';
import { readPage } from './readPage.ts';

interface Sample {
  readonly POST: (request: Request) => Promise<Response>;
}

let sample: Sample;
/** Where Node itself loads it, and finds the package by its name. */
const cache = path.join(root, 'node_modules/.cache/paymentkit');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(path.join(cache, 'sample-'));

const { control } = setupMockPaymentKit({
  ...{ beforeAll, afterEach, afterAll },
  deliver: (request) => sample.POST(request),
});

beforeAll(async () => {
  const [fence] = readPage('docs/guides/webhooks.md').fences;
  const file = path.join(folder, 'route.mjs');
  writeFileSync(file, stripTypeScriptTypes(fence?.code ?? ''));
  sample = (await import(pathToFileURL(file).href)) as Sample;
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
