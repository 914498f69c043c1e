import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { getPriority, tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { runCommand } from './runCommand.ts';

test('both streams are collected, with the exit code', async () => {
  const { code, output } = await runCommand('sh', ['-c', 'echo one; echo two >&2; exit 3']);
  expect(code).toBe(3);
  expect(output.split('\n').sort()).toEqual(['', 'one', 'two']);
});

test('a command that does not exist fails and says so', async () => {
  const { code, output } = await runCommand('no-such-command', []);
  expect(code).not.toBe(0);
  expect(output).toContain('Failed to run no-such-command');
});

test('there is no stdin to wait for', async () => {
  expect(await runCommand('cat', [])).toEqual({ code: 0, output: '' });
});

const ownModule = JSON.stringify(path.join(import.meta.dirname, 'runCommand.ts'));

/** Through another process that runs it by the same means, as the check of the types runs the compiler. */
const inAnother = (script: string): string =>
  `const { runCommand } = await import(${ownModule});
  process.exitCode = (await runCommand('sh', ['-c', ${JSON.stringify(script)}])).code;`;

// Asked from outside: the command itself would wait long for its turn to say it.
test.each([
  ['a patient command', (script: string) => ['sh', '-c', script] as const],
  ['what it runs', (script: string) => ['node', '-e', inAnother(script)] as const],
])('%s lets others go first', async (_, commandFor) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'paymentkit-patient-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const file = path.join(folder, 'pid');
  const script = `echo $$ > ${file}; while [ -e ${file} ]; do sleep 0.02; done`;
  const [command, ...args] = commandFor(script);
  const running = runCommand(command, args, { patient: true });
  await vi.waitFor(
    () => {
      const pid = readFileSync(file, 'utf8').trim();
      expect(getPriority(Number(pid))).toBe(19);
      const session = `/proc/${pid}/autogroup`;
      if (existsSync(session)) expect(readFileSync(session, 'utf8')).toContain('nice 19');
    },
    { timeout: 30_000 },
  );
  rmSync(folder, { recursive: true });
  expect((await running).code).toBe(0);
});

// A process that goes on would hold the output open, and with it the promise.
test('what a command leaves running ends with it', async () => {
  expect(await runCommand('sh', ['-c', 'sleep 60 & echo left'])).toEqual({
    code: 0,
    output: 'left\n',
  });
});

test('an abort ends a command that ignores SIGTERM, and what it started', async () => {
  const stopped = new AbortController();
  const running = runCommand('sh', ['-c', 'trap "" TERM; sleep 60 & sleep 60'], {
    signal: stopped.signal,
  });
  setTimeout(() => {
    stopped.abort();
  }, 100);
  expect((await running).code).not.toBe(0);
});

test('on Windows, which has no groups, its own tool ends a command with what it started', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'paymentkit-windows-'));
  const { platform } = process;
  onTestFinished(() => {
    Object.defineProperty(process, 'platform', { value: platform });
    rmSync(folder, { recursive: true });
  });
  const told = path.join(folder, 'told');
  const tool = `#!/bin/sh\necho "$@" > ${told}\nkill -9 "$2"\n`;
  writeFileSync(path.join(folder, 'taskkill'), tool, { mode: 0o755 });
  vi.stubEnv('PATH', [folder, process.env['PATH']].join(path.delimiter));
  Object.defineProperty(process, 'platform', { value: 'win32' });
  const stopped = new AbortController();
  const running = runCommand('sleep', ['60'], { signal: stopped.signal });
  stopped.abort();
  expect((await running).code).not.toBe(0);
  expect(readFileSync(told, 'utf8')).toMatch(/^\/pid \d+ \/t \/f\n$/);
});

test('nothing starts after an abort', async () => {
  const { output } = await runCommand('echo', ['hello'], { signal: AbortSignal.abort() });
  expect(output).not.toContain('hello');
});
