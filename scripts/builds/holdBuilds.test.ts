import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { holdBuilds } from './holdBuilds.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'builds '));
  file = path.join(folder, 'building.db');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a second build waits until the first is over, and says so', async () => {
  const said: string[] = [];
  const release = await holdBuilds({ file });
  const second = holdBuilds({ file, onWait: () => said.push('waits') }).then((leave) => {
    said.push('builds');
    leave();
  });
  said.push('first is over');
  release();
  await second;
  expect(said).toEqual(['waits', 'first is over', 'builds']);
});

test('a build that was killed holds nobody up', async () => {
  const script = `
    const { holdBuilds } = await import(process.argv[1]);
    await holdBuilds({ file: process.argv[2] });
    console.log('holds');
    setInterval(() => {}, 1000);`;
  const module = path.join(import.meta.dirname, 'holdBuilds.ts');
  const first = spawn(process.execPath, ['--input-type=module', '-e', script, module, file]);
  await once(first.stdout, 'data');
  const onWait = vi.fn(() => first.kill('SIGKILL'));
  const release = await holdBuilds({ file, onWait });
  expect(onWait).toHaveBeenCalledOnce();
  release();
});

test('who has waited longer than a build takes is told so, and does not build beside the other', async () => {
  const release = await holdBuilds({ file });
  await expect(holdBuilds({ file, patience: 0 })).rejects.toThrow(
    /^Failed to build: another process has been building in .+ for 0 minutes\. End it, then try again\.$/,
  );
  release();
  const leave = await holdBuilds({ file, patience: 0 });
  leave();
});

test('who is stopped waits no longer', async () => {
  const release = await holdBuilds({ file });
  const stopped = new AbortController();
  const leave = await holdBuilds({
    file,
    signal: stopped.signal,
    onWait: () => {
      stopped.abort();
    },
  });
  leave();
  release();
  expect(stopped.signal.aborted).toBe(true);
});
