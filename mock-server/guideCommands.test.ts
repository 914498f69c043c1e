import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { checkoutSessionSchema } from './schemas/checkoutSession.ts';
import { serveTests } from './adapters/fixtures/serveTests.ts';

const text = readFileSync(new URL('guideCommands.sh', import.meta.url), 'utf8');
const commands = text
  .split(/^# /m)
  .map((part): [string, string] => {
    const end = part.indexOf('\n');
    return [part.slice(0, end), part.slice(end + 1).trim()];
  })
  .filter(([, command]) => command.startsWith('curl'));

const served = serveTests();

async function run(command: string): Promise<{ status: string; body: string }> {
  const here = command.replace('https://api.paymentkit.com', served.origin);
  const { stdout } = await promisify(execFile)('/bin/sh', [
    '-c',
    `${here} --silent --write-out '\n%{http_code}'`,
  ]);
  const end = stdout.lastIndexOf('\n');
  return { status: stdout.slice(end + 1), body: stdout.slice(0, end) };
}

test('the guide has nine commands', () => {
  expect(commands).toHaveLength(9);
});

test.each(commands)('%s: the command of the guide makes a session', async (_name, command) => {
  const { status, body } = await run(command);
  expect(status).toBe('201');
  const session = checkoutSessionSchema.parse(JSON.parse(body));
  expect(session).toMatchObject({
    account_id: 'account_id',
    id: expect.stringMatching(/^cs_dev_/) as string,
    secure_token: expect.stringMatching(/^cst_/) as string,
    url: `${served.origin}/checkout/${session.secure_token}`,
  });
});
