import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readPage, tableOf } from './readPage.ts';

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
  test.runIf(spawnSync(program, ['--version']).status === 0)('knows a genuine signature', () => {
    const [body, secret] = ['{"id":"evt_1"}', 'whsec_of_the_test_and_nobody_else'];
    const right = createHmac('sha256', secret).update(body).digest('hex');
    const say = (signature: string): string =>
      spawnSync(program, [...args, body, secret, signature], { encoding: 'utf8' }).stdout;
    expect([say(right), say(right.replace(/.$/, 'g'))]).toEqual(['yes', 'no']);
  });
});
