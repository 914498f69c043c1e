import { spawn, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createMockControl, createMockServer } from 'paymentkit-mock-server';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readPage, tableOf } from './readPage.ts';

/** Rack, as far as the routes of the guide need it. */
const rack = `
require 'socket'
require 'stringio'
require './routes.rb'
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
  status, _headers, body = Routes.call(env)
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
};

const folder = mkdtempSync(path.join(tmpdir(), 'paymentkit-languages-'));
const mock = createMockServer({ quiet: true });
let url: string;

beforeAll(async () => {
  url = await mock.listen();
  mkdirSync(path.join(folder, 'public'));
  for (const { code } of readPage('docs/guides/other-languages.md').fences) {
    const name = /^(?:\/\/|#|<!--) (\S+\.(?:php|rb|html))(?: -->)?$/m.exec(code)?.[1];
    if (name !== undefined) writeFileSync(path.join(folder, name), code);
  }
  writeFileSync(path.join(folder, 'serve.rb'), rack);
});

afterAll(async () => {
  await mock.close();
  rmSync(folder, { recursive: true });
});

async function findFreePort(): Promise<string> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, 'localhost', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return String(port);
}

/** A server of the guide, once it answers, and what it has printed. */
async function startShop([program = '', ...args]: readonly string[], shop: string, env: object) {
  const server = spawn(program, args, { cwd: folder, env: { ...process.env, ...env } });
  let printed = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  }
  while (!(await fetch(shop).catch(() => false))) {
    expect(server.exitCode, printed).toBeNull();
    await wait(50);
  }
  return { printed: () => printed, stop: () => void server.kill() };
}

describe.each(Object.entries(shops))('%s', (name, { isHere, command }) => {
  test.runIf(isHere)('takes the routes of the guide', async () => {
    const port = await findFreePort();
    const shop = `http://localhost:${port}`;
    const control = createMockControl({ url, accountId: `acc_${name}` });
    const { secret } = await control.webhooks.endpoint(`${shop}/webhooks`);
    const { printed, stop } = await startShop(command(port), shop, {
      PAYMENTKIT_URL: url,
      PAYMENTKIT_ACCOUNT: control.accountId,
      PAYMENTKIT_SECRET_KEY: 'sk_test_demo',
      PAYMENTKIT_WEBHOOK_SECRET: secret,
    });
    onTestFinished(stop);
    const post = (where: string, body: object = {}): Promise<Response> =>
      fetch(shop + where, { method: 'POST', body: JSON.stringify(body) });
    const complete = async (session_id: string): Promise<number> =>
      (await post('/checkout/complete', { session_id })).status;

    expect(await (await post('/checkout')).text(), printed()).toContain('/checkout/cst_');
    const { data } = (await control.request('GET', '/checkout-sessions')) as {
      data: [{ id: string }];
    };
    const [{ id }] = data;
    const thanks = async (): Promise<string> =>
      (await fetch(`${shop}/success?session_id=${id}`)).text();
    expect([await complete(id), await complete('cs_of_nobody')]).toEqual([409, 409]);
    expect(await thanks()).toBe('Not paid yet');

    await control.settle(id, 'complete');
    expect(await complete(id)).toBe(204);
    expect(await thanks()).toBe('Thank you');

    for (const file of ['/orders.db', '/shop.php', '/routes.rb']) {
      expect(await (await fetch(shop + file)).text()).not.toMatch(/SQLite|PAYMENTKIT/);
    }

    expect((await post('/webhooks')).status).toBe(400);
    const statuses = (await control.webhooks.deliveries()).map((one) => one.response_status);
    expect(new Set(statuses)).toEqual(new Set([204]));
    expect(printed().split(`Ship the order of ${id}`)).toHaveLength(2);
  });
});

/** A program in each language that prints what the guide's condition says. */
const asked: Readonly<Record<string, (condition: string) => readonly string[]>> = {
  PHP: (condition) => [
    'php',
    '-r',
    `[, $body, $secret, $signature] = $argv; echo ${condition} ? 'yes' : 'no';`,
  ],
  Ruby: (condition) => [
    'ruby',
    '-ropenssl',
    '-e',
    `body, secret, signature = ARGV; print ${condition} ? 'yes' : 'no'`,
  ],
  Python: (condition) => [
    'python3',
    '-c',
    `import hashlib, hmac, sys
_, body, secret, signature = sys.argv
body = body.encode()
print('yes' if ${condition} else 'no', end='')`,
  ],
};

const conditions = tableOf(readPage('docs/guides/webhooks.md'), 'Language').rows;

test('the guide has a condition for each language that is tried', () => {
  expect(conditions.map(([language]) => language)).toEqual(Object.keys(asked));
});

describe.each(conditions)('%s', (language = '', cell = '') => {
  const [program = '', ...args] = asked[language]?.(cell.replaceAll('`', '')) ?? [];
  test.runIf(runs(program, '--version'))('knows a genuine signature', () => {
    const [body, secret] = ['{"id":"evt_1"}', 'whsec_of_the_test_and_nobody_else'];
    const right = createHmac('sha256', secret).update(body).digest('hex');
    const say = (signature: string): string =>
      spawnSync(program, [...args, body, secret, signature], { encoding: 'utf8' }).stdout;
    expect([say(right), say(right.replace(/.$/, 'g'))]).toEqual(['yes', 'no']);
  });
});
