import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Webhook } from 'standardwebhooks';
import { expect, onTestFinished, test, vi } from 'vitest';
import { commandOptions } from './commands/commandOptions.ts';
import { eventTypes } from './domain/webhooks/eventTypes.ts';
import { closeReceivers, createReceiver } from './adapters/contract/harness/createReceiver.ts';

closeReceivers();

const cli = fileURLToPath(new URL('cli.ts', import.meta.url));

/** The command, run as a process of its own, with what it has written so far. */
function start(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [cli, ...args], { env: { ...process.env, ...env } });
  const written = { out: '', error: '' };
  child.stdout.on('data', (chunk: Buffer) => (written.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (written.error += chunk.toString()));
  const exit = once(child, 'close').then(([code]) => code as number | null);
  const listening = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const origin = /Listening on (http:\S+)\n/.exec(written.out)?.[1];
      if (origin) resolve(origin);
    });
    child.on('close', () => {
      reject(new Error(`It stopped: ${written.error}`));
    });
  });
  // Not every test waits for it.
  listening.catch(() => undefined);
  return { child, written, exit, listening };
}

test.skipIf(process.platform === 'win32').each([
  ['exec', true],
  ['run-script', false],
])('after npm %s has ended without a word, it stops: %s', async (npm_command, isStopped) => {
  // As npx does it: a shell between the two, that passes no signal on.
  const command = '"$0" "$@" & echo "pid $!"; wait';
  const shell = spawn('sh', ['-c', command, process.execPath, cli, '--port', '0'], {
    env: { ...process.env, npm_command },
  });
  let out = '';
  shell.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const origin = await vi.waitUntil(() => /Listening on (http:\S+)\n/.exec(out)?.[1], 60_000);
  const pid = Number(/pid (\d+)/.exec(out)?.[1]);
  // It may be gone.
  onTestFinished(() => void spawnSync('kill', [String(pid)]));
  shell.kill('SIGTERM');
  await once(shell, 'exit');
  const answers = (): Promise<boolean> =>
    fetch(`${origin}/_mock`).then(
      () => true,
      () => false,
    );
  if (isStopped) await expect.poll(answers, { timeout: 60_000 }).toBe(false);
  else {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await answers()).toBe(true);
  }
});

test('it says where it listens, answers there, logs each request and ends on Ctrl-C', async () => {
  const { child, written, exit, listening } = start(['--port', '0']);
  const origin = await listening;
  expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(`${origin}/_mock`)).status).toBe(200);
  expect((await fetch(`${origin}/checkout/cst_secret?x=y`)).status).toBeGreaterThan(399);
  expect((await fetch(`${origin}/nowhere`)).status).toBe(404);
  // A stream that is open does not hold it up.
  await fetch(`${origin}/_mock/accounts/acc_1/stream`);
  const asked = performance.now();
  child.kill('SIGINT');
  expect(await exit).toBe(0);
  // A second is promised; what hangs would take the 15 of a webhook, or never end.
  expect(performance.now() - asked).toBeLessThan(10_000);
  expect(written.out).toContain('4242 4242 4242 4242');
  expect(written.out).toMatch(/200 GET +\/_mock [\d.]+ ms/);
  expect(written.out).toContain('\n    not_found: There is no such path here.');
  // Nobody reads colours in a file.
  expect(written.out).not.toContain('\u001b');
  expect(written.out).not.toContain('cst_secret');
});

test('quiet, it says where it listens and no more', async () => {
  const { child, written, exit, listening } = start(['--quiet'], { PAYMENTKIT_PORT: '0' });
  await fetch(`${await listening}/_mock`);
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
  expect(written.out).toMatch(/^Listening on http:\/\/127\.0\.0\.1:\d+\n$/);
  expect(written.error).toBe('');
});

test('a port that is taken is an error that says how to choose another', async () => {
  const blocker = createServer().listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  const address = blocker.address();
  const port = String(typeof address === 'object' && address ? address.port : 0);
  const { written, exit } = start([], { PAYMENTKIT_PORT: port });
  expect(await exit).toBe(1);
  expect(written.error).toBe(
    `Failed to listen on 127.0.0.1:${port}: the port is taken. Choose another one with --port or PAYMENTKIT_PORT.\n`,
  );
  blocker.close();
});

test.each([
  [['--port', 'x'], '--port must be a number'],
  [['--port', '65536'], '--port must be a number'],
  [['--control-token', '', '--host', '0.0.0.0'], '--control-token needs a value'],
  [['--host', '0.0.0.0'], '--host 0.0.0.0 lets other machines in, and needs --control-token'],
  [['--prot', '1'], 'There is no option --prot. Did you mean --port?'],
  [['trigger'], 'trigger needs an event type. There are:\n  checkout_session.created'],
  [['trigger', 'invoice.payed'], 'invoice.payed is no event type. Did you mean invoice.paid?'],
  [['session', '--url', 'here'], '--url must be an origin'],
  [['--webhook-url', 'http://shop.example/'], 'Give an https URL, or http on localhost'],
])('%j is a mistake in how it was called', async (args, message) => {
  const { written, exit } = start(args);
  expect(await exit).toBe(2);
  expect(written.error).toContain(message);
  expect(written.error).toContain('--help');
});

test.each([
  [[], Object.keys(commandOptions)],
  [['session'], ['--url', '--account', '--open', '--control-token']],
  [['trigger'], [...eventTypes, '--url', '--account', '--control-token']],
])('the help of %j names all there is, on standard output', async (command, names) => {
  const { written, exit } = start([...command, '--help']);
  expect(await exit).toBe(0);
  for (const name of [...names, 'paymentkit-mock-server', '--help', 'exits with 0']) {
    expect(written.out).toContain(name);
  }
  expect(written.error).toBe('');
});

test('its version is that of the package', async () => {
  const { version } = JSON.parse(
    readFileSync(new URL('package.json', import.meta.url), 'utf8'),
  ) as { version: string };
  const { written, exit } = start(['--version']);
  expect([await exit, written.out]).toEqual([0, `${version}\n`]);
});

test('session and trigger talk to a server that runs, and it tells the address it was given', async () => {
  const receiver = await createReceiver();
  const server = start(['--port', '0', '--webhook-url', receiver.url]);
  const origin = await server.listening;
  const session = start(['session', '--url', origin]);
  const trigger = start(['trigger', 'invoice.paid', '--url', origin]);
  expect([await session.exit, await trigger.exit]).toEqual([0, 0]);
  expect(session.written.out).toMatch(/Secure token {2}cst_\S+\n/);
  expect(session.written.out).toMatch(
    /mountCheckout\('#checkout', \{ url: 'http:\S+\/checkout\/cst_/,
  );
  expect(trigger.written.out).toMatch(/^invoice\.paid +evt_dev_\w+ {2}webhook: 200$/m);
  expect(receiver.types()).toContain('invoice.paid');
  server.child.kill('SIGINT');
  expect(await server.exit).toBe(0);
  const [, secret = ''] = /signed with +(whsec_\S+)/.exec(server.written.out) ?? [];
  const [webhook] = receiver.received;
  expect(new Webhook(secret).verify(webhook?.body ?? '', webhook?.headers ?? {})).toBeTruthy();
});

test('it begins with what a file says, and says what is wrong in one, with its line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'paymentkit-seed-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const file = join(folder, 'shop.json');
  const data = join(folder, 'shop.db');
  const products = [{ id: 'prod_mine', name: 'Mine' }];
  writeFileSync(file, JSON.stringify({ acc_mine: { products } }));
  const args = ['--port', '0', '--seed', file, '--data', data];
  for (const told of ['1 from', '0 from']) {
    const { child, written, exit, listening } = start(args);
    const url = `${await listening}/_mock/accounts/acc_mine/api/products/prod_mine`;
    expect(await (await fetch(url)).json()).toMatchObject({ name: 'Mine' });
    child.kill('SIGINT');
    expect(await exit).toBe(0);
    expect(written.out).toContain(`Seeded          ${told} ${file}`);
  }
  writeFileSync(file, '{\n"acc_mine": {\n"products": [{ "name": 5 }]\n}\n}');
  const broken = start(args);
  expect(await broken.exit).toBe(2);
  expect(broken.written.out).toBe('');
  expect(broken.written.error).toContain(
    '  line 3  acc_mine.products.0.name: Give a string, not a number',
  );
  expect(broken.written.error).toContain('--help');
  rmSync(folder, { recursive: true });
  const missing = start(args);
  expect(await missing.exit).toBe(2);
  expect(missing.written.error).toContain(`Failed to seed from ${file}: there is no such file.`);
});

test('where nothing runs, a command says how to start it', async () => {
  const { written, exit } = start(['session', '--url', 'http://127.0.0.1:9']);
  expect(await exit).toBe(1);
  expect(written.error).toContain('Failed to reach http://127.0.0.1:9: nothing answers there.');
});
