import { readFileSync } from 'node:fs';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createMockHandlers } from '../createMockHandlers.ts';
import { sendByFetch } from '../webhooks/sendByFetch.ts';
import { readDocument } from './contract/harness/readDocument.ts';

const packageVersion = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')));

/** Below `/api` and `/_mock`, and no operation with a body or an answer of its own. */
const undocumented = [
  'OPTIONS /api/checkout/session',
  'GET /_mock',
  'GET /_mock/accounts/{account_id}/stream',
];

const origin = 'https://api.paymentkit.com';
const { handlers } = createMockHandlers({ send: sendByFetch });

async function read(): Promise<string> {
  const route = handlers.find(({ info }) => info.path === `${origin}/openapi.json`);
  const request = new Request(`${origin}/openapi.json`);
  const result = await route?.run({ request, requestId: '1' });
  return (await result?.response?.text()) ?? '';
}

test('every operation below /api and /_mock is in the document, and nothing else', async () => {
  const served = handlers.flatMap(({ info: { method, path } }) =>
    typeof method === 'string' && typeof path === 'string'
      ? [`${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`]
      : [],
  );
  const api = served
    .filter((one) => one.includes(` ${origin}/`))
    .map((one) => one.replace(origin, ''))
    .filter((one) => /^[A-Z]+ \/(api|_mock)(\/|$)/.test(one) && !undocumented.includes(one))
    // The same operations without a key.
    .filter((one) => !one.includes('/_mock/accounts/{account_id}/api/'));
  const { operations } = readDocument(await read());
  const documented = operations.map(({ method, path }) => `${method} ${path}`);
  expect(documented.sort()).toEqual(api.sort());
  const ids = operations.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('what a generated client may leave out, it need not know, and what it may not send, it is not offered', async () => {
  const source = await read();
  const { operations } = readDocument(source);
  const bodies = operations.flatMap(({ body }) => (body ? [JSON.stringify(body)] : []));
  expect(bodies.filter((body) => body.includes('"default":') || body.includes('"not":'))).toEqual(
    [],
  );
  expect(source).toContain('"description":"24 when left out."');
});

test('it is valid OpenAPI 3.1 without a complaint of the linter', async () => {
  const source = await read();
  const config = await createConfig({ extends: ['recommended-strict'] });
  const problems = await lintFromString({ source, config, absoluteRef: 'openapi.json' });
  expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  expect(readDocument(source).version).toBe(packageVersion.version);
});
