import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';

let root: string;
const started: ChildProcess[] = [];

/** A clone with nothing to install, whose `start` says so and then waits. */
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'a clone with spaces '));
  cpSync(import.meta.dirname, path.join(root, 'scripts'), { recursive: true });
  mkdirSync(path.join(root, 'node_modules/.bin'), { recursive: true });
  symlinkSync(process.execPath, path.join(root, 'node_modules/.bin/node'));
  writeFileSync(path.join(root, 'package-lock.json'), '{ "packages": {} }');
  writeFileSync(
    path.join(root, 'scripts/start.ts'),
    `import { onInterrupt } from './processes/onInterrupt.ts';
     onInterrupt(() => console.log('stopping'));
     console.log('running with', process.argv[2]);
     setInterval(() => {}, 1000);`,
  );
  writeFileSync(
    path.join(root, 'scripts/test.ts'),
    `import { onInterrupt } from './processes/onInterrupt.ts';
     onInterrupt(() => {});
     process.exitCode = 7;`,
  );
});

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(root, { recursive: true });
});

function run(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [path.join(root, 'scripts/run.cjs'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  return child;
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('No output');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return line;
}

test('a task that has nothing left to do ends, and its exit code is kept', async () => {
  const [code] = (await once(run('test'), 'exit')) as [number];
  expect(code).toBe(7);
});

test('an unknown task is refused in one line', async () => {
  const child = run('tset');
  let said = '';
  child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(said.trim()).toBe('Name a task: start or test.');
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends the task too, soon', async (signal, expected) => {
  const child = run('start', 'an argument');
  expect(await firstLine(child)).toBe('running with an argument');
  const began = Date.now();
  child.kill(signal);
  // Not 'exit': the output closes when the task, which holds it too, is gone.
  expect(await once(child, 'close')).toEqual([expected, null]);
  // A second is promised, where the machine has one to give; what hangs would never end.
  expect(Date.now() - began).toBeLessThan(10_000);
});

test('the task ends when the process that started it is killed', async () => {
  const child = run('start', 'nothing');
  await firstLine(child);
  child.kill('SIGKILL');
  expect(await once(child, 'close')).toEqual([null, 'SIGKILL']);
});
