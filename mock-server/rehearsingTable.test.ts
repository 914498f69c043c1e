import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { createMockServer } from './createMockServer.ts';

interface Operation {
  readonly requestBody?: { readonly content: { readonly 'application/json': { schema: object } } };
}
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const server = createMockServer({ quiet: true });
const response = await fetch(`${await server.listen()}/openapi.json`);
const api = (await response.json()) as OpenApi;
await server.close();

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(api, 'api');

/** Why the API would refuse the request, as the guide writes it. */
function faultOf(method: string, path: string, body?: string): string | undefined {
  const address = path.replace('…', '/api/{account_id}');
  const operation = api.paths[address]?.[method.toLowerCase()];
  if (operation === undefined) return 'there is no such operation';
  if (body === undefined) return undefined;
  const pointer = [address, method.toLowerCase(), 'requestBody/content/application~1json/schema'];
  const [where = '', ...rest] = pointer;
  const escaped = encodeURIComponent(where.replaceAll('/', '~1'));
  ajv.validate(`api#/paths/${[escaped, ...rest].join('/')}`, JSON.parse(body));
  return ajv.errors ? ajv.errorsText() : undefined;
}

const guide = readFileSync(
  new URL('../docs/guides/rehearsing-payments.md', import.meta.url),
  'utf8',
);
const requests = [...guide.matchAll(/`([A-Z]+) (…\S+)`(?: with `(\{.+?\})`)?/g)].map(
  ([, method = '', path = '', body]) => [method, path, body] as const,
);

test('the table has requests', () => {
  expect(requests.length).toBeGreaterThan(10);
});

test.each(requests)('%s %s is a request of the API, with its body', (method, path, body) => {
  expect(faultOf(method, path, body)).toBeUndefined();
});

test('a field that the API does not know is seen', () => {
  const path = '…/subscriptions/{id}/change-plan';
  expect(faultOf('POST', path, '{"new_price_id": "price_1"}')).toContain('items');
});
