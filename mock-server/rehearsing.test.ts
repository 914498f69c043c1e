import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

const guide = readFileSync(
  new URL('../docs/guides/rehearsing-payments.md', import.meta.url),
  'utf8',
);
const examples = [...guide.matchAll(/^## (.+)$[^]*?^```ts\n([^]*?)^```$/gm)].map(
  ([, title = '', code = '']) => [title, code] as const,
);

/** What an example prints when it runs by itself, on this source. */
async function run(code: string): Promise<string> {
  const own = code.replace('paymentkit-mock-server', './createMockServer.ts');
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-'], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(own);
  return text(child.stdout);
}

test('the guide has three examples', () => {
  expect(examples).toHaveLength(3);
});

test.each(examples)('%s: prints what the comments say', async (_title, code) => {
  const said = [...code.matchAll(/console\.log\(.*\); \/\/ (.+)$/gm)].map(([, line = '']) => line);
  expect(said.length).toBeGreaterThan(1);
  expect((await run(code)).trim().split('\n')).toEqual(said);
});
