import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPage } from '../docs/readPage.ts';
import { runCommand } from '../processes/runCommand.ts';
import { root } from '../root.ts';

let project: string;

/**
 * A merchant's project: the example, and beside it paymentkit-js as npm installs it, in node_modules. In
 * this repository it is a link, which Jest follows to a path that it would transform anyway.
 */
beforeAll(() => {
  project = mkdtempSync(path.join(tmpdir(), 'paymentkit-jest-'));
  cpSync(path.join(root, 'examples/merchant-tests'), project, {
    recursive: true,
    filter: (file) => !file.endsWith('node_modules'),
  });
  const modules = path.join(project, 'node_modules');
  const own = path.join(modules, 'paymentkit-js');
  mkdirSync(own, { recursive: true });
  cpSync(path.join(root, 'dist'), path.join(own, 'dist'), { recursive: true });
  cpSync(path.join(root, 'package.json'), path.join(own, 'package.json'));
  for (const name of ['react', 'react-dom', '@testing-library', '@babel']) {
    symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name));
  }
});

afterAll(() => rmSync(project, { recursive: true }));

const jest = (...args: readonly string[]) =>
  runCommand('jest', ['--ci', '--runInBand', '--watchman=false', '--no-cache', ...args], {
    cwd: project,
  });

test('the guide’s Jest configuration is that of the example', () => {
  const fence = readPage('docs/guides/testing-your-page.md').fences.find(({ code }) =>
    code.includes('transformIgnorePatterns'),
  );
  const config = readFileSync(path.join(project, 'jest.config.cjs'), 'utf8');
  expect(config.trim()).toBe(fence?.code.trim());
});

test('a merchant’s tests pass in Jest and jsdom, with React Testing Library', async () => {
  const { code, output } = await jest();
  expect(output).toContain('Tests:       5 passed, 5 total');
  expect(output).not.toContain('not wrapped in act');
  expect(code).toBe(0);
}, 60_000);
