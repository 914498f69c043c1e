import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { commandOptions } from './commands/commandOptions.ts';
import { createMockHandlers } from './createMockHandlers.ts';
import { createMockServer } from './createMockServer.ts';
import { eventTypes } from './domain/webhooks/eventTypes.ts';
import { testCards, type CardOutcome } from './domain/cards/testCards.ts';
import { faultEffects } from './handlers/control/controlFaults.ts';
import { mapResources } from './resources/mapResources.ts';
import { createSeeders } from './seed/createSeeders.ts';
import { readSeed } from './seed/readSeed.ts';
import { sendByFetch } from './webhooks/sendByFetch.ts';

const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');

/** The rows of the table below a heading, cells without their padding. */
function rowsBelow(heading: string): string[][] {
  const table = /(?:^\|.*\n)+/m.exec(readme.slice(readme.indexOf(heading)))?.[0] ?? '';
  const rows = table.trim().split('\n').slice(2);
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const code = (cell: string | undefined): string => cell?.replaceAll('`', '') ?? '';

const codes = (cell: string | undefined): string[] =>
  [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

const verbs: Readonly<Record<string, string>> = {
  create: 'POST',
  retrieve: 'GET /:id',
  list: 'GET',
  update: 'PATCH /:id',
  delete: 'DELETE /:id',
};

/** What a row of the table of resources stands for. */
function operationsOf([resource, operations]: string[]): string[] {
  return (operations ?? '').split(', ').map((verb) => {
    const [method = '', id = ''] = verbs[verb]?.split(' ') ?? [];
    return `${method} /api/:account_id/${code(resource)}${id}`;
  });
}

test('the table of operations is that of the handlers', () => {
  const origin = 'https://api.paymentkit.com';
  const operations = createMockHandlers({ send: sendByFetch }).handlers.flatMap(
    ({ info: { method, path } }) =>
      typeof method === 'string' && typeof path === 'string' && path.startsWith(origin)
        ? [`${method} ${path.slice(origin.length)}`]
        : [],
  );
  const documented = rowsBelow('## What it answers').map(([operation]) => code(operation));
  documented.push(...rowsBelow('| Resource').flatMap(operationsOf));
  const keyless = /^(\w+) \/_mock\/accounts\/:account_id(\/api\/)/;
  const [twins, own] = [true, false].map((twin) =>
    operations.filter((one) => keyless.test(one) === twin),
  );
  expect(documented.sort()).toEqual(own?.sort());
  const withKey = own?.filter((one) => one.includes('/api/:account_id'));
  expect(twins?.map((one) => one.replace(keyless, '$1 $2:account_id/')).sort()).toEqual(withKey);
});

test('the table of resources has their fields, and what their lists are narrowed by', () => {
  const documented = rowsBelow('| Resource').map(([resource, , filters, fields]) => [
    code(resource),
    codes(filters),
    codes(fields),
  ]);
  const defined = mapResources(({ path, filters = {}, create }) => [
    path,
    Object.keys(filters),
    create?.body instanceof z.ZodObject ? Object.keys(create.body.shape) : [],
  ]);
  expect(documented).toEqual(defined);
});

function inWords(outcome: CardOutcome): string {
  switch (outcome.kind) {
    case 'succeeds':
      return 'succeeds';
    case 'declines':
      return `declined: ${outcome.code}${outcome.above === undefined ? '' : `, above ${(outcome.above / 100).toFixed(2)}`}`;
    case 'declines_first':
      return `declined by the first processor of a route: ${outcome.code}, taken by the next`;
    case 'asks_for_challenge':
      return 'asks for 3-D Secure, then as you answer';
    case 'takes_a_while':
      return `processing, then succeeds after ${String(outcome.seconds)} seconds`;
    case 'fails_once':
      return `declined once: ${outcome.code}, then succeeds`;
  }
}

test('the table of events is that of the code', () => {
  const documented = rowsBelow('| Event').map(([type]) => code(type));
  expect(documented).toEqual([...eventTypes]);
});

test('the table of headers is what a delivery has', async () => {
  const sent: Headers[] = [];
  const server = createMockServer({
    deliver(request) {
      sent.push(request.headers);
      return new Response(null, { status: 204 });
    },
  });
  const account = `${await server.listen()}/_mock/accounts/acc_1`;
  const post = (path: string, body: object) =>
    fetch(account + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  await post('/api/webhook-endpoints', { url: 'http://localhost:9/' });
  await post('/api/customers', { email: 'jane@example.com' });
  await post('/clock', { advance: '1s' });
  await server.close();
  const known = [...(sent[0]?.keys() ?? [])].filter((name) => name.includes('webhook'));
  const documented = rowsBelow('| Header').map(([name]) => code(name).toLowerCase());
  expect(documented.sort()).toEqual(known.sort());
});

test('the table of faults has everything that can go wrong', () => {
  const documented = rowsBelow('## Faults').map(([field]) => code(field));
  expect(documented).toEqual(Object.keys(faultEffects));
});

test('the table of cards is that of the code', () => {
  const documented = rowsBelow('## Cards').map(([number, outcome]) => [
    code(number).replaceAll(' ', ''),
    code(outcome),
  ]);
  expect(documented).toEqual(testCards.map(({ number, outcome }) => [number, inWords(outcome)]));
});

test('the table of options is that of the command', () => {
  const documented = rowsBelow('# paymentkit-mock-server').map(
    ([option]) => /--([\w-]+)/.exec(option ?? '')?.[1],
  );
  expect(documented).toEqual(Object.keys(commandOptions));
});

test('the table of folders has each of them', () => {
  const notWritten = ['bin', 'dist', 'generated', 'node_modules'];
  const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !notWritten.includes(entry.name))
    .map(({ name }) => `${name}/`);
  const documented = rowsBelow('## How it is built').map(([folder]) => code(folder));
  expect(documented.sort()).toEqual(folders.sort());
});

test('the table of entries is that of the package', () => {
  const text = readFileSync(new URL('package.json', import.meta.url), 'utf8');
  const { exports } = z
    .object({ exports: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(text));
  const entries = Object.keys(exports).filter((entry) => !entry.endsWith('.json'));
  const documented = rowsBelow('| Entry').map(([entry]) => code(entry));
  const named = entries.map((entry) => `paymentkit-mock-server${entry.slice(1)}`);
  expect(documented.sort()).toEqual(named.sort());
});

test('the seed that it shows can be sown, and it names everything that can be', () => {
  const [, section = ''] = readme.split('### Seeds');
  const [, text = ''] = /```json\n([^`]+)```/.exec(section) ?? [];
  const { context } = createMockHandlers({ send: sendByFetch });
  expect(readSeed(text, 'shop.json')(context.store, 'http://127.0.0.1')).toEqual({
    added: 5,
    left: 0,
  });
  const [, list] = /There can be ([^.]+),/.exec(section) ?? [];
  expect(codes(list).sort()).toEqual(
    createSeeders()
      .map(({ path }) => path)
      .sort(),
  );
});

test('what the text names of an account is there', async () => {
  const server = createMockServer();
  const origin = await server.listen();
  const names = [
    ...readme.replaceAll(/^\|.*$/gm, '').matchAll(/`((?:price|cus|coupon|proute)_\w+)`/g),
  ].map(([, id = '']) => id);
  expect(names.length).toBeGreaterThan(8);
  const ask = async (body: object) => {
    const response = await fetch(`${origin}/api/acc_1/checkout-sessions`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_1', 'content-type': 'application/json' },
      body: JSON.stringify({
        success_url: 'https://shop.example/',
        return_url: 'https://shop.example/',
        line_items: [{ price_id: 'price_basic', quantity: 1 }],
        ...body,
      }),
    });
    return response.status;
  };
  for (const id of names) {
    const field = {
      price: 'line_items',
      cus: 'customer_id',
      coupon: 'coupon_id',
      proute: 'processor_route_id',
    }[id.split('_')[0] ?? ''];
    const value = field === 'line_items' ? [{ price_id: id, quantity: 1 }] : id;
    expect([id, await ask({ [field ?? '']: value })]).toEqual([id, 201]);
  }
  await server.close();
});
