import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPage } from '../docs/readPage.ts';
import { runCommand } from '../processes/runCommand.ts';
import { root } from '../root.ts';

let project: string;

/**
 * A merchant's project: the example, and beside it both packages as npm installs them, in node_modules. In
 * this repository they are links, which Jest follows to paths that it would transform anyway.
 */
beforeAll(() => {
  project = mkdtempSync(path.join(tmpdir(), 'paymentkit-jest-'));
  cpSync(path.join(root, 'examples/merchant-tests'), project, {
    recursive: true,
    filter: (file) => !file.endsWith('node_modules'),
  });
  const modules = path.join(project, 'node_modules');
  for (const [name, folder] of [
    ['paymentkit-js', '.'],
    ['paymentkit-mock-server', 'mock-server'],
  ] as const) {
    const own = path.join(modules, name);
    mkdirSync(own, { recursive: true });
    for (const part of ['dist', 'package.json']) {
      cpSync(path.join(root, folder, part), path.join(own, part), { recursive: true });
    }
  }
  const { dependencies } = JSON.parse(
    readFileSync(path.join(root, 'mock-server/package.json'), 'utf8'),
  ) as { dependencies: Readonly<Record<string, string>> };
  const own = ['react', 'react-dom', '@testing-library', '@babel'];
  for (const name of [...own, ...Object.keys(dependencies)]) {
    mkdirSync(path.dirname(path.join(modules, name)), { recursive: true });
    symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name), 'junction');
  }
});

afterAll(() => rmSync(project, { recursive: true }));

const jest = (...args: readonly string[]) =>
  runCommand('jest', ['--ci', '--runInBand', '--watchman=false', '--no-cache', ...args], {
    cwd: project,
    env: { NODE_OPTIONS: '--experimental-vm-modules' },
  });

test('the guide’s Jest configuration is that of the example', () => {
  const fence = readPage('docs/guides/testing-your-page.md').fences.find(({ code }) =>
    code.includes('transformIgnorePatterns'),
  );
  const config = readFileSync(path.join(project, 'jest.config.cjs'), 'utf8');
  expect(config.trim()).toBe(fence?.code.trim());
});

test('a merchant’s tests pass in Jest: in jsdom with React Testing Library, and as a server (4: 25)', async () => {
  const { code, output } = await jest();
  expect(output).toContain('Tests:       7 passed, 7 total');
  expect(output).not.toContain('not wrapped in act');
  expect(code).toBe(0);
});
