import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createMockControl, createMockServer } from 'paymentkit-mock-server';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { findFreePort } from '../processes/findFreePort.ts';
import { runCommand, type CommandOptions } from '../processes/runCommand.ts';
import { readPage } from './readPage.ts';

/** Rack, as far as the application of the guide needs it. */
const rack = `
require 'socket'
require 'stringio'
require './checkout.rb'
$stdout.sync = true
server = TCPServer.new('localhost', ARGV[0].to_i)
loop do
  client = server.accept
  method, path = client.gets.split
  path, query = path.split('?', 2)
  env = { 'REQUEST_METHOD' => method, 'PATH_INFO' => path, 'QUERY_STRING' => query.to_s }
  until (line = client.gets.chomp).empty?
    name, value = line.split(': ', 2)
    env["HTTP_#{name.upcase.tr('-', '_')}"] = value
  end
  env['rack.input'] = StringIO.new(client.read(env['HTTP_CONTENT_LENGTH'].to_i))
  status, _headers, body = Checkout.call(env)
  text = body.join
  client.write("HTTP/1.1 #{status} -\\r\\nconnection: close\\r\\ncontent-length: #{text.bytesize}\\r\\n\\r\\n#{text}")
  client.close
end
`;

/** Whether the program is on this machine, with all that the guide asks of it: continuous integration has each. */
const runs = (program: string, ...probe: string[]): boolean =>
  spawnSync(program, probe, { stdio: 'ignore' }).status === 0;

const shops = {
  PHP: {
    isHere: runs('php', '-r', 'exit(extension_loaded("pdo_sqlite") ? 0 : 1);'),
    command: (port: string) => ['php', '-S', `localhost:${port}`, '-t', 'public', 'shop.php'],
  },
  Ruby: {
    isHere: runs('ruby', '-e', 'require "openssl"'),
    command: (port: string) => ['ruby', 'serve.rb', port],
  },
  Rack: {
    isHere: runs('rackup', '--version') && runs('ruby', '-e', 'require "puma"'),
    command: (port: string) => ['rackup', '-p', port],
  },
};

const mock = createMockServer({ quiet: true });
let root: string;
let url: string;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'paymentkit-languages-'));
  url = await mock.listen();
});

afterAll(async () => {
  await mock.close();
  rmSync(root, { recursive: true });
});

/** The files of the guide in a folder of their own, with one text in place of another. */
function writeShop(from: string, to: string): string {
  const folder = mkdtempSync(path.join(root, 'shop-'));
  mkdirSync(path.join(folder, 'public'));
  for (const { code } of readPage('docs/guides/other-languages.md').fences) {
    const name = /^(?:\/\/|#|<!--) (\S+\.(?:php|rb|ru|html))(?: -->)?$/m.exec(code)?.[1];
    if (name !== undefined) writeFileSync(path.join(folder, name), code.replaceAll(from, to));
  }
  writeFileSync(path.join(folder, 'serve.rb'), rack);
  writeFileSync(path.join(folder, 'public/paymentkit.global.js'), '// PaymentKit');
  return folder;
}

/** A program in this folder, once it answers at `shop`; what it returns ends it and says what it has printed. */
async function run(
  command: readonly string[],
  cwd: string,
  shop: string,
  env: CommandOptions['env'] = {},
) {
  const life = new AbortController();
  const [program = '', ...args] = command;
  const ended = runCommand(program, args, { cwd, env, signal: life.signal });
  const end = async (): Promise<string> => {
    life.abort();
    return (await ended).output;
  };
  onTestFinished(() => void end());
  const isOver = ended.then(({ output }) => expect.fail(output));
  while (!(await Promise.race([isOver, fetch(shop).catch(() => false)]))) await wait(50);
  return end;
}

/** A server of the guide, with an account and a webhook of its own, and what a page asks of it. */
async function startShop(name: keyof typeof shops, ...change: readonly [from: string, to: string]) {
  const port = await findFreePort();
  const shop = `http://localhost:${port}`;
  const control = createMockControl({ url });
  const { secret } = await control.webhooks.endpoint(`${shop}/webhooks`);
  const end = await run(shops[name].command(port), writeShop(...change), shop, {
    PHP_CLI_SERVER_WORKERS: '4', // as a server of production, it takes several requests at once
    PAYMENTKIT_URL: url,
    PAYMENTKIT_ACCOUNT: control.accountId,
    PAYMENTKIT_SECRET_KEY: 'sk_test_demo',
    PAYMENTKIT_WEBHOOK_SECRET: secret,
  });
  const post = (where: string, body: object = {}): Promise<Response> =>
    fetch(shop + where, { method: 'POST', body: JSON.stringify(body) });
  const complete = async (session_id: string): Promise<number> =>
    (await post('/checkout/complete', { session_id })).status;
  const order = async (): Promise<string> => {
    expect(await (await post('/checkout')).text()).toContain('/checkout/cst_');
    const { data } = (await control.request('GET', '/checkout-sessions')) as {
      data: [{ id: string }];
    };
    return data[0].id;
  };
  return { shop, control, end, post, complete, order };
}

describe.each(['PHP', 'Ruby'] as const)('%s', (name) => {
  const testHere = test.runIf(shops[name].isHere);

  testHere('takes the routes of the guide', async () => {
    const { shop, control, end, post, complete, order } = await startShop(name, '', '');
    const id = await order();
    const thanks = async (): Promise<string> =>
      (await fetch(`${shop}/success?session_id=${id}`)).text();
    expect([await complete(id), await complete('cs_of_nobody')]).toEqual([409, 409]);
    expect(await thanks()).toBe('Not paid yet');

    await control.settle(id, 'complete');
    const statusesAtOnce = await Promise.all(Array.from({ length: 8 }, () => complete(id)));
    expect(new Set(statusesAtOnce)).toEqual(new Set([204]));
    expect(await thanks()).toBe('Thank you');

    for (const file of ['/orders.db', '/shop.php', '/checkout.rb']) {
      expect(await (await fetch(shop + file)).text()).not.toMatch(/SQLite|PAYMENTKIT/);
    }

    expect((await post('/webhooks')).status).toBe(400);
    const statuses = (await control.webhooks.deliveries()).map((one) => one.response_status);
    expect(new Set(statuses)).toEqual(new Set([204]));
    expect((await end()).split(`Ship the order of ${id}`)).toHaveLength(2);
  });

  testHere.each([
    ['amount', '2000', '2001'],
    ['currency', "'usd'", "'eur'"],
    ['total', "session['amount_total_atom']", "session['amount_total_atom'] + 1"],
  ])('ships no order of another %s', async (_what, from, to) => {
    const { control, end, complete, order } = await startShop(name, from, to);
    const id = await order();
    await control.settle(id, 'complete');
    expect(await complete(id)).toBe(409);
    await control.webhooks.deliveries();
    expect(await end()).not.toContain('Ship');
  });
});

test.runIf(shops.Rack.isHere)('rackup serves the routes beside the page', async () => {
  const { shop, control, complete, order } = await startShop('Rack', '', '');
  for (const address of ['', '/paymentkit.global.js']) {
    expect(await (await fetch(shop + address)).text()).toContain('PaymentKit');
  }
  expect((await fetch(`${shop}/checkout.rb`)).status).toBe(404);
  const id = await order();
  await control.settle(id, 'complete');
  expect(await complete(id)).toBe(204);
});
