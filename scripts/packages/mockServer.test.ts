import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../processes/runCommand.ts';
import { root } from '../root.ts';
import { listPacked } from './listPacked.ts';

interface Manifest {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

const { findOuterNode } = createRequire(import.meta.url)('../prepare/findOuterNode.cjs') as {
  readonly findOuterNode: (root: string) => { readonly path: string; readonly major: number };
};

const folder = path.join(root, 'mock-server');
const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
const bin = 'node_modules/paymentkit-mock-server/bin/paymentkit-mock-server.js';
let project: string;
let files: readonly string[];

/** What npm would publish of the mock server, in an empty project, with what it depends on. */
beforeAll(async () => {
  project = mkdtempSync(path.join(tmpdir(), 'paymentkit-published-'));
  files = await listPacked('mock-server');
  const modules = path.join(project, 'node_modules');
  for (const file of files) {
    const target = path.join(modules, 'paymentkit-mock-server', file);
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(path.join(folder, file), target);
  }
  for (const name of [...Object.keys(manifest.dependencies), '@playwright/test']) {
    mkdirSync(path.dirname(path.join(modules, name)), { recursive: true });
    symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name), 'junction');
  }
});

afterAll(() => rmSync(project, { recursive: true }));

test('what is published is what is built, and nothing beside it', () => {
  const others = files.filter((file) => !file.startsWith('dist/'));
  expect(others.sort()).toEqual([
    'LICENSE',
    'README.md',
    'bin/paymentkit-mock-server.js',
    'package.json',
  ]);
});

test('it comes in few files: each one that is read makes a start slower', () => {
  expect(files.filter((file) => file.endsWith('.js')).length).toBeLessThan(60);
});

test('every entry but that for pages can be imported, and the command answers', async () => {
  const entries = Object.keys(manifest.exports).filter((entry) => !/(json|browser)$/.test(entry));
  const names = entries.map((entry) => path.posix.join('paymentkit-mock-server', entry));
  const code = names.map((name) => `await import('${name}');`).join('');
  const [imported, helped] = await Promise.all([
    runCommand(process.execPath, ['--input-type=module', '-e', code], { cwd: project }),
    runCommand(process.execPath, [bin, '--help'], { cwd: project }),
  ]);
  expect(imported).toMatchObject({ code: 0, output: '' });
  expect(helped).toMatchObject({ code: 0 });
  expect(helped.output).toContain('Usage');
});

const outer = findOuterNode(root);

test.runIf(outer.major < 22)('on a Node that is too old it says which one it needs', async () => {
  const { code, output } = await runCommand(outer.path, [bin], { cwd: project });
  expect(code).toBe(1);
  expect(output).toMatch(/^paymentkit-mock-server needs Node 22\.14 or later; this is [\d.]+\.\n$/);
});
