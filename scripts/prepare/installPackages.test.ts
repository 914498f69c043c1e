import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
}

let root: string;

/** An npm that notes how it was run. Node is what it installs, unless it is told to fail. */
const npm = `
  const { appendFileSync, mkdirSync, symlinkSync } = require('node:fs');
  const path = require('node:path');
  const [command, what] = process.argv.slice(2);
  const node = process.env.PATH.split(path.delimiter)[0];
  appendFileSync(process.env.JOURNAL, JSON.stringify({ command, folder: process.cwd(), node }) + '\\n');
  if (process.env.FAILS === command) process.exit(3);
  if (command === 'install' && what === 'node@24.1.2') {
    mkdirSync('node_modules/.bin', { recursive: true });
    symlinkSync(process.execPath, 'node_modules/.bin/node');
  }`;

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
  writeFileSync(
    path.join(root, 'package.json'),
    JSON.stringify({ devDependencies: { node: '24.1.2' } }),
  );
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
  expect(first).toMatchObject({ command: 'install', node: outer });
  const folder = first?.folder ?? '';
  expect(second).toEqual({
    command: 'ci',
    folder: root,
    node: path.join(folder, 'node_modules/.bin'),
  });
  expect(existsSync(folder)).toBe(false);
});

test('where that one cannot be had, the older one installs', async () => {
  vi.stubEnv('FAILS', 'install');
  expect(await install(18)).toBeUndefined();
  expect(runs()[1]).toEqual({ command: 'ci', folder: root, node: outer });
});

test('an install that fails says what to mend', async () => {
  vi.stubEnv('FAILS', 'ci');
  expect(await install(24)).toMatch(
    /^Failed to install: npm ci ended with 3\. .+ then try again\.$/,
  );
});
